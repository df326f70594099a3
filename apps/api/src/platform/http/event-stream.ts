import type { FastifyReply } from 'fastify';

/** Proxies close a connection on which nothing comes; half of the shortest usual limit. */
const HEARTBEAT_MS = 15_000;
/** A reader that is further behind is gone or far too slow; it comes back with its last event's id. */
const UNREAD_BYTES_MAX = 1_000_000;

/**
 * Server-Sent Events on a reply (https://html.spec.whatwg.org/multipage/server-sent-events.html). From here on the reply is this stream's, and
 * errors have to be events.
 */
export class EventStream {
  readonly #raw: FastifyReply['raw'];
  readonly #gone = new AbortController();
  readonly #heartbeat: NodeJS.Timeout;

  constructor(reply: FastifyReply) {
    reply.hijack();
    this.#raw = reply.raw;
    // What hooks have set so far goes out with it: the request's id, and what browsers are told about origins.
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) this.#raw.setHeader(name, value);
    this.#raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // nginx would collect the events and pass them on in lumps.
      'x-accel-buffering': 'no',
    });
    this.#raw.once('close', () => this.#gone.abort());
    this.#raw.on('error', () => this.#gone.abort());
    this.#heartbeat = setInterval(() => this.#write(':\n\n'), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** Aborts when the reader is gone. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  /** JSON holds no line breaks, so one `data` line is enough. */
  send(event: string, data: unknown, id?: string): void {
    this.#write(`event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    clearInterval(this.#heartbeat);
    if (!this.#raw.destroyed) this.#raw.end();
  }

  #write(text: string): void {
    if (this.#raw.destroyed || this.#raw.writableEnded) return;
    this.#raw.write(text);
    if (this.#raw.writableLength > UNREAD_BYTES_MAX) this.#raw.destroy();
  }
}
