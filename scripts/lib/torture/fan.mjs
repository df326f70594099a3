import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createApiClient } from '../../../packages/api-client/src/client.ts';
import { connect } from '../../../packages/api-client/src/socket.ts';
import { createSendLog } from './send-log.mjs';

/** Shorter than the socket's own limit: an impatient client asks elsewhere while the first attempt may still arrive. */
const PATIENCE_MS = 2_500;
const ATTEMPTS_MAX = 8;
const HTTP_TIMEOUT_MS = 5_000;
const patiently = (work) => Promise.race([work, delay(PATIENCE_MS)]);
/** Most people reload a page that is offline; the others wait until the socket comes back by itself. */
const RELOADS_CHANCE = 0.7;
const RELOAD_PAUSE_MS = [300, 900];
const RETRY_PAUSE_MS = [50, 500];

/**
 * Somebody who chats through two sockets, one to each API process, tries again with the same id when an answer does not come,
 * and writes down everything that was promised.
 */
export function createFan({ session, origins, random, figures }) {
  const getToken = async () => session.token;
  const log = createSendLog(figures);
  const conversations = [];
  const sockets = [];
  const online = new Set();
  const reloads = random.chance(RELOADS_CHANCE);
  let closed = false;

  function openSocket(index) {
    const socket = connect(origins[index], getToken, {
      onProtocolError: (event, error) => figures.fault('contract', event, String(error)),
    });
    socket.on('messageDone', ({ replyId, status, receipt }) => log.ended(replyId, status, receipt));
    socket.on('messageFailed', ({ replyId, receipt }) => log.ended(replyId, 'failed', receipt));
    sockets[index] = socket;
    online.delete(index);
    socket.onStatus((status) => {
      if (status !== 'online') online.delete(index);
      if (status === 'offline' && reloads) setTimeout(() => reopen(index, socket), random.int(...RELOAD_PAUSE_MS));
      if (status !== 'online') return;
      online.add(index);
      for (const { id } of conversations) void join(socket, id);
    });
  }

  /** One that is there, mostly: what is said into a broken line waits until it is mended. */
  function anyProcess() {
    return online.size > 0 && random.chance(0.95) ? random.pick([...online]) : random.int(0, origins.length - 1);
  }

  /** Sends until there is an answer that settles it, or gives up. */
  async function say() {
    const conversation = random.pick(conversations);
    const send = log.open(randomUUID(), conversation);
    let index = anyProcess();
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      if (attempt > 1) figures.count('retries with the same id');
      await patiently(attemptOn(index, send));
      if (log.isSettled(send)) break;
      if (random.chance(0.05)) {
        figures.count('given up without an answer');
        break;
      }
      await delay(random.int(...RETRY_PAUSE_MS));
      index = anyProcess();
    }
    if (send.ack !== undefined) await afterwards(send);
  }

  /** Never rejects: what became of it is in the log. */
  async function attemptOn(index, send) {
    const sentAtMs = performance.now();
    const { clientMessageId, conversationId, content } = send;
    send.attempts += 1;
    const socket = sockets[index];
    const answer = socket.emit('sendMessage', { conversationId, clientMessageId, content });
    if (random.chance(0.01)) {
      figures.count('hung up before the answer');
      setTimeout(() => reopen(index, socket), random.int(0, 20));
    }
    try {
      log.answered(send, await answer, sentAtMs);
    } catch (error) {
      log.lost(error, clientMessageId);
    }
  }

  async function afterwards(send) {
    if (random.chance(0.15)) {
      await delay(random.int(0, 400));
      await patiently(stop(send.ack.replyId));
    }
    // A client that crashed after the answer, and doesn't know that it had one.
    if (random.chance(0.04)) await patiently(attemptOn(anyProcess(), send));
  }

  async function stop(replyId) {
    const answer = await sockets[anyProcess()]
      .emit('stopGeneration', { replyId })
      .catch((error) => ({ code: error.code }));
    figures.count(`stop: ${answer.ok ? 'taken' : answer.code}`);
  }

  async function join(socket, conversationId) {
    // A room that can't be joined now is joined at the next connection; its events are a courtesy.
    const answer = await socket.emit('joinRoom', { conversationId }).catch((error) => ({ code: error.code }));
    if (!answer.ok) figures.count(`join: ${answer.code}`);
  }

  function reopen(index, socket) {
    if (closed || sockets[index] !== socket) return;
    socket.close();
    openSocket(index);
  }

  return {
    id: session.user.id,
    clients: origins.map((baseUrl) => createApiClient({ baseUrl, getToken, timeoutMs: HTTP_TIMEOUT_MS })),
    conversations,
    log,
    /** What could be spent before anything went wrong, in microcoins. */
    startMicrocoins: 0,
    say,
    open() {
      for (const index of origins.keys()) openSocket(index);
    },
    close() {
      closed = true;
      for (const socket of sockets) socket.close();
    },
  };
}
