import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { playOnWire, type WireScript } from './llm-wire.ts';

/** How the server treats the next calls; `words` are sent one chunk each. */
export type LlmScript =
  | { kind: 'reply'; words: readonly string[]; wordDelayMs?: number; usage?: unknown }
  | { kind: 'status'; status: number }
  | { kind: 'hang'; afterWords?: readonly string[] }
  | { kind: 'cut'; afterWords: readonly string[] }
  | { kind: 'garbage' }
  /** Byte by byte what the server sends: see llm-faults.ts for everything that can go wrong. */
  | WireScript
  | { kind: 'empty' };

export interface LlmServer {
  baseUrl: string;
  /** Applies to every call from now on; a function is asked afresh for each of them. */
  script(script: LlmScript | ((call: ChatCall) => LlmScript)): void;
  /** Bodies of the latest calls, as they were received. */
  readonly calls: readonly ChatCall[];
  /** Calls whose client went away before the end. */
  readonly abandoned: number;
  /** Connections that are open now, kept ones included. */
  readonly connections: number;
  /** Refuses connections from now on, and ends those there are; `comeBack` takes them again at the same address. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export interface ChatCall {
  path: string;
  headers: IncomingHttpHeaders;
  model: string;
  messages: { role: string; content: string }[];
}

/** More than any test looks back at, and little enough for hours of load. */
const CALLS_KEPT_MAX = 1_000;

const DEFAULT_SCRIPT: LlmScript = { kind: 'reply', words: ['Well ', 'met, ', 'friend.'] };

/** A local server that speaks OpenAI's chat completions over the real wire, streaming, and misbehaves when told to. */
export async function startLlmServer(): Promise<LlmServer> {
  let current: (call: ChatCall) => LlmScript = () => DEFAULT_SCRIPT;
  let abandoned = 0;
  const calls: ChatCall[] = [];
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) abandoned += 1;
    });
    answer(request, response, current, calls).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    socket.once('close', () => {
      connections -= 1;
    });
  });
  const listen = (at: number): Promise<void> => new Promise((resolve) => server.listen(at, '127.0.0.1', resolve));
  const goAway = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    script(script) {
      current = typeof script === 'function' ? script : () => script;
    },
    calls,
    get abandoned() {
      return abandoned;
    },
    get connections() {
      return connections;
    },
    goAway,
    comeBack: () => listen(port),
    close: goAway,
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  scriptFor: (call: ChatCall) => LlmScript,
  calls: ChatCall[],
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Omit<ChatCall, 'path' | 'headers'>;
  const call: ChatCall = { ...body, path: request.url ?? '', headers: request.headers };
  calls.push(call);
  if (calls.length > CALLS_KEPT_MAX) calls.shift();
  const script = scriptFor(call);
  if (script.kind === 'status') {
    response.writeHead(script.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message: 'scripted failure', type: 'server_error' } }));
    return;
  }
  if (script.kind === 'wire') {
    await playOnWire(response, script);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  switch (script.kind) {
    case 'reply':
      await stream(response, script.words, script.wordDelayMs ?? 0);
      finish(
        response,
        'usage' in script ? script.usage : { prompt_tokens: 10, completion_tokens: script.words.length },
      );
      return;
    case 'empty':
      finish(response, { prompt_tokens: 10, completion_tokens: 0, total_tokens: 10 });
      return;
    case 'garbage':
      response.end('data: {"choices": [{"delta": {"content": 4\n\ndata: ]]]\n\n<html>oops</html>\n\n');
      return;
    case 'cut':
      await stream(response, script.afterWords, 0);
      response.destroy();
      return;
    case 'hang':
      // The connection stays open and silent until the client gives up.
      await stream(response, script.afterWords ?? [], 0);
  }
}

async function stream(response: ServerResponse, words: readonly string[], wordDelayMs: number): Promise<void> {
  for (const word of words) {
    if (wordDelayMs > 0) await delay(wordDelayMs);
    if (response.destroyed) return;
    await send(response, { choices: [{ index: 0, delta: { content: word }, finish_reason: null }] });
  }
}

function finish(response: ServerResponse, usage: unknown): void {
  void send(response, { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
  void send(response, { choices: [], usage });
  response.end('data: [DONE]\n\n');
}

/** Resolves once the chunk was handed to the network: a connection cut afterwards still delivers it. */
async function send(response: ServerResponse, body: object): Promise<void> {
  const chunk = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'local', ...body };
  await new Promise<void>((resolve) => response.write(`data: ${JSON.stringify(chunk)}\n\n`, () => resolve()));
}
