import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { quantiles } from './figures.mjs';

const WARM_UP_MS = 2_000;
/** One address may have few connections that have not said yet whose they are. */
const OPEN_AT_ONCE = 20;
const CONTENT = 'What is the weather at the lighthouse tonight?';
const passed = (ms) => new Promise((resume) => setTimeout(resume, ms).unref());

/** Opens sockets, some at a time; `greet` makes one ready. */
export async function openSockets(origin, count, tokenOf, greet) {
  const sockets = [];
  while (sockets.length < count) {
    const batch = Array.from({ length: Math.min(OPEN_AT_ONCE, count - sockets.length) }, async (_, offset) => {
      const number = sockets.length + offset;
      const socket = io(origin, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        auth: { token: tokenOf(number) },
      });
      await new Promise((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('connect_error', reject);
      });
      return greet(socket, number);
    });
    sockets.push(...(await Promise.all(batch)));
  }
  return sockets;
}

/** An echo is sent and comes back. */
export function echoClient(socket) {
  return {
    close: () => socket.disconnect(),
    async say() {
      const startedAt = performance.now();
      await socket.emitWithAck('echo', { content: CONTENT, clientMessageId: randomUUID() });
      return performance.now() - startedAt;
    },
  };
}

/** A message is sent and answered to its end; `say` resolves with the milliseconds to the first delta. */
export async function chatClient(socket, { conversationId }) {
  const waiting = new Map();
  const of = (replyId) => {
    if (!waiting.has(replyId)) waiting.set(replyId, Promise.withResolvers());
    return waiting.get(replyId);
  };
  const firstAt = new Map();
  socket.on('messageDelta', ({ replyId, seq }) => {
    if (seq === 1) firstAt.set(replyId, performance.now());
  });
  socket.on('messageDone', ({ replyId }) => of(replyId).resolve());
  socket.on('messageFailed', ({ replyId, code }) => of(replyId).reject(new Error(`a reply failed: ${code}`)));
  const joined = await socket.emitWithAck('joinRoom', { conversationId });
  if (!joined.ok) throw new Error(`joinRoom: ${joined.code}`);
  return {
    close: () => socket.disconnect(),
    async say() {
      const startedAt = performance.now();
      const ack = await socket.emitWithAck('sendMessage', {
        conversationId,
        clientMessageId: randomUUID(),
        content: CONTENT,
      });
      if (!ack.ok) throw new Error(`sendMessage: ${ack.code}`);
      await of(ack.replyId).promise;
      waiting.delete(ack.replyId);
      const first = firstAt.get(ack.replyId) - startedAt;
      firstAt.delete(ack.replyId);
      return first;
    },
  };
}

/** Everybody says the next thing as soon as the last one was answered. */
export async function closedLoop(clients, seconds, begin = () => undefined) {
  const latencies = [];
  let isCounting = false;
  let until = Number.POSITIVE_INFINITY;
  const all = Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        const latency = await client.say();
        if (isCounting) latencies.push(latency);
      }
    }),
  );
  await Promise.race([all, passed(WARM_UP_MS)]);
  await begin();
  isCounting = true;
  const from = performance.now();
  until = from + seconds * 1_000;
  await all;
  return { perSecond: latencies.length / ((performance.now() - from) / 1_000), ...quantiles(latencies) };
}

/** So many messages a second, each by whoever is idle, whether the earlier ones are answered or not. */
export async function openLoop(clients, perSecond, seconds, begin = () => undefined) {
  const latencies = [];
  const idle = [...clients];
  const running = new Set();
  let skipped = 0;
  const send = (isCounting) => {
    const client = idle.shift();
    if (client === undefined) {
      skipped += 1;
      return;
    }
    const saying = client.say().then((latency) => {
      if (isCounting) latencies.push(latency);
      idle.push(client);
      running.delete(saying);
    });
    running.add(saying);
  };
  const keepPace = async (ms, isCounting) => {
    const from = performance.now();
    for (let sent = 0; performance.now() - from < ms; ) {
      const due = Math.floor(((performance.now() - from) / 1_000) * perSecond);
      for (; sent < due; sent += 1) send(isCounting);
      await passed(2);
    }
  };
  await keepPace(WARM_UP_MS, false);
  await begin();
  await keepPace(seconds * 1_000, true);
  await Promise.all(running);
  return { perSecond, skipped, ...quantiles(latencies) };
}
