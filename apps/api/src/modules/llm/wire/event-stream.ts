import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { codeWord, kindOfStatus, readRetryAfter } from '../domain/failure.ts';
import { ProviderError } from '../domain/provider.ts';
import { fieldOf } from '../domain/unknown-json.ts';

export interface WireLimits {
  /** Name resolution, TCP and TLS. */
  connectTimeoutMs: number;
  /** Characters of one event, a line without its end included; a delta has some hundred. */
  eventCharsMax: number;
  /** Bytes of the whole reply. */
  replyBytesMax: number;
}

export interface WireRequest {
  url: URL;
  headers: Record<string, string>;
  body: string;
  /** Whether an event is the reply's last word: nothing after it is waited for. */
  isLast: (event: WireEvent) => boolean;
}

/** An event's name, if the server gave it one, and its data. */
export type WireEvent = Pick<EventSourceMessage, 'event' | 'data'>;

/** Of an error's body; what is longer, or takes longer, is no error object. */
const ERROR_BODY_BYTES_MAX = 16 * 1024;
const ERROR_BODY_WAIT_MS = 1_000;
/** A kept connection that nobody used for this long is closed: many servers close theirs soon after. */
const KEPT_IDLE_MS = 30_000;
const KEPT_SOCKETS_MAX = 64;
/** A reply that said its last word may take this long to close its frame, for the sake of the connection. */
const LINGER_MS = 1_000;

/** A kept connection that broke before the answer. */
class StaleConnectionError extends Error {
  override readonly name = 'StaleConnectionError';
}

/**
 * Posts JSON and reads `text/event-stream`: node:http with kept connections (docs/providers.md has the measurement). Memory is bounded
 * whatever the server sends, redirects are not followed, and an aborted signal closes the socket.
 */
export class EventStreamClient {
  readonly #isSecure: boolean;
  readonly #agent: HttpAgent;
  readonly #limits: WireLimits;

  constructor(baseUrl: string, limits: WireLimits) {
    const options = { keepAlive: true, noDelay: true, maxFreeSockets: KEPT_SOCKETS_MAX, timeout: KEPT_IDLE_MS };
    this.#isSecure = new URL(baseUrl).protocol === 'https:';
    this.#agent = this.#isSecure ? new HttpsAgent(options) : new HttpAgent(options);
    this.#limits = limits;
  }

  /**
   * Events as they come, up to the last one or to the end of the stream. Whoever leaves early closes the connection.
   * Throws a ProviderError, or the signal's reason.
   */
  async *events(request: WireRequest, signal: AbortSignal): AsyncGenerator<WireEvent> {
    const response = await this.#open(request, signal);
    const stop = () => response.destroy();
    signal.addEventListener('abort', stop, { once: true });
    let isFinished = false;
    try {
      // Between the headers and the line above nobody was listening.
      signal.throwIfAborted();
      if (response.statusCode !== 200) throw await statusError(response);
      requireEventStream(response);
      for await (const event of this.#parse(response)) {
        isFinished = request.isLast(event);
        yield event;
        if (isFinished) break;
      }
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof ProviderError ? error : brokenError(error, 'cut');
    } finally {
      signal.removeEventListener('abort', stop);
      if (isFinished && !signal.aborted) linger(response);
      else response.destroy();
    }
    signal.throwIfAborted();
  }

  close(): void {
    this.#agent.destroy();
  }

  async #open(request: WireRequest, signal: AbortSignal): Promise<IncomingMessage> {
    try {
      return await this.#send(request, signal, this.#agent);
    } catch (error) {
      if (!(error instanceof StaleConnectionError)) throw error;
      // The server closed the kept connection just as it was used: that says nothing about a new one.
      return this.#send(request, signal, false);
    }
  }

  #send(request: WireRequest, signal: AbortSignal, agent: HttpAgent | false): Promise<IncomingMessage> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const send = this.#isSecure ? httpsRequest : httpRequest;
      const headers = {
        ...request.headers,
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(request.body)),
        accept: 'text/event-stream',
      };
      const outgoing = send(request.url, { method: 'POST', agent, headers });
      const late = setTimeout(() => {
        const what = `no connection within ${this.#limits.connectTimeoutMs} ms`;
        outgoing.destroy(new ProviderError('provider_timeout', what, { kind: 'timeout' }));
      }, this.#limits.connectTimeoutMs);
      const abort = () => outgoing.destroy();
      const settle = () => {
        clearTimeout(late);
        signal.removeEventListener('abort', abort);
      };
      signal.addEventListener('abort', abort, { once: true });
      outgoing.once('socket', (socket) => {
        if (socket.connecting) {
          socket.once(this.#isSecure ? 'secureConnect' : 'connect', () => clearTimeout(late));
        } else clearTimeout(late);
      });
      outgoing.once('response', (response) => {
        settle();
        // Whoever reads hears of a break from the read; one that comes before or after would end the process.
        response.on('error', () => undefined);
        resolve(response);
      });
      // Stays after the response: a connection that is reset later reports here as well, and an error nobody hears ends the process.
      outgoing.on('error', (error) => {
        settle();
        if (signal.aborted) reject(signal.reason);
        else if (error instanceof ProviderError) reject(error);
        else reject(outgoing.reusedSocket ? new StaleConnectionError() : brokenError(error, 'unreachable'));
      });
      outgoing.end(request.body);
    });
  }

  async *#parse(response: IncomingMessage): AsyncGenerator<WireEvent> {
    const { eventCharsMax, replyBytesMax } = this.#limits;
    let events: WireEvent[] = [];
    let problem: string | undefined;
    const parser = createParser({
      maxBufferSize: eventCharsMax,
      onEvent: (event) => void events.push(event),
      // Unknown fields and bad retry times are nobody's trouble.
      onError: (error) => {
        if (error.type === 'max-buffer-size-exceeded') problem = `an event is longer than ${eventCharsMax} characters`;
      },
    });
    const utf8 = new TextDecoder();
    let bytes = 0;
    for await (const packet of response.iterator({ destroyOnReturn: false })) {
      bytes += (packet as Buffer).length;
      if (bytes > replyBytesMax) throw garbage(`the reply is longer than ${replyBytesMax} bytes`);
      parser.feed(utf8.decode(packet as Buffer, { stream: true }));
      const ready = events;
      events = [];
      yield* ready;
      if (problem !== undefined) throw garbage(problem);
    }
  }
}

export const garbage = (message: string): ProviderError =>
  new ProviderError('provider_failed', message, { kind: 'garbage' });

function requireEventStream(response: IncomingMessage): void {
  const type = response.headers['content-type'];
  if (type === undefined || type.startsWith('text/event-stream')) return;
  throw garbage('the answer is no event stream');
}

/** Reads what is left of a finished reply, so that its connection can serve the next one; not for long, and not much. */
function linger(response: IncomingMessage): void {
  if (response.complete || response.destroyed) {
    response.resume();
    return;
  }
  const timer = setTimeout(() => response.destroy(), LINGER_MS);
  response.once('close', () => clearTimeout(timer));
  response.once('data', () => response.destroy());
}

/**
 * What the log may hold of a failure. A provider's own text can quote the prompt ("flagged: …"), so neither the text nor an error that
 * carries it goes on: status, code and type say what an operator needs.
 */
async function statusError(response: IncomingMessage): Promise<ProviderError> {
  const status = response.statusCode ?? 0;
  const error = fieldOf(await readJson(response), 'error');
  const named = `code ${codeWord(fieldOf(error, 'code'))}, type ${codeWord(fieldOf(error, 'type'))}`;
  return new ProviderError('provider_failed', `status ${status}, ${named}`, {
    kind: kindOfStatus(status),
    status,
    retryAfterMs: readRetryAfter(response.headers['retry-after'], Date.now()),
  });
}

/** The body as JSON; undefined when it is none (a proxy's page), too long, or never comes: the status says what there is to say. */
async function readJson(response: IncomingMessage): Promise<unknown> {
  const packets: Buffer[] = [];
  let bytes = 0;
  const late = setTimeout(() => response.destroy(), ERROR_BODY_WAIT_MS);
  try {
    for await (const packet of response) {
      packets.push(packet as Buffer);
      bytes += (packet as Buffer).length;
      if (bytes > ERROR_BODY_BYTES_MAX) return undefined;
    }
    return JSON.parse(Buffer.concat(packets).toString('utf8'));
  } catch {
    return undefined;
  } finally {
    clearTimeout(late);
  }
}

/** Node's own text can hold addresses but no words of people; only its code goes on all the same. */
function brokenError(error: unknown, kind: 'unreachable' | 'cut'): ProviderError {
  const code = codeWord(fieldOf(error, 'code'));
  const what = kind === 'cut' ? 'the stream was cut' : 'no connection';
  return new ProviderError('provider_failed', `${what}, code ${code}`, { kind });
}
