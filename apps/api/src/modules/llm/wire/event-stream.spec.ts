import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { type LlmScript, type LlmServer, startLlmServer } from '@troupe/test-kit/llm-server';
import { until } from '@troupe/test-kit/until';
import { EventStreamClient } from './event-stream.ts';

const LIMITS = { connectTimeoutMs: 300, eventCharsMax: 2_000, replyBytesMax: 20_000 };
const REQUEST = { headers: {}, body: JSON.stringify({ messages: [] }) };

describe('reading an event stream', () => {
  let server: LlmServer;
  let client: EventStreamClient;
  beforeAll(async () => {
    server = await startLlmServer();
    client = new EventStreamClient(server.baseUrl, LIMITS);
  });
  afterAll(async () => {
    client.close();
    await server.close();
  });

  const read = async (script: LlmScript, signal = new AbortController().signal) => {
    server.script(script);
    const url = new URL(server.baseUrl);
    const seen: string[] = [];
    for await (const event of client.events({ ...REQUEST, url, isLast: ({ data }) => data === 'last' }, signal)) {
      seen.push(event.data);
    }
    return seen;
  };

  it('takes lines as the standard has them: CRLF, comments, names, data in several lines, no space after the colon', async () => {
    const pieces = [
      '\ufeff: hello\r\n\r\n',
      'event: x\ndata:one\n',
      'data: two\r',
      '\n\r\n',
      'data\n\n',
      'da',
      'ta: 3\n\n',
    ];
    expect(await read({ kind: 'wire', pieces, end: 'end' })).toEqual(['one\ntwo', '', '3']);
  });

  it('drops an event that the end came before', async () => {
    expect(await read({ kind: 'wire', pieces: ['data: 1\n\ndata: 2\n'], end: 'end' })).toEqual(['1']);
  });

  it('waits for nothing after the last word, and closes the connection of a server that goes on', async () => {
    expect(await read({ kind: 'wire', pieces: ['data: last\n\n'], end: 'hang' })).toEqual(['last']);
    await until('the connection is closed', () => server.connections === 0);
  });

  it.each([
    ['a line without an end', Array(40).fill('x'.repeat(100)), 'an event is longer than 2000 characters'],
    ['an event without an end', Array(40).fill(`data: ${'x'.repeat(94)}\n`), 'an event is longer than 2000 characters'],
    ['a reply without an end', Array(300).fill(`data: ${'x'.repeat(94)}\n\n`), 'the reply is longer than 20000 bytes'],
    ['comments without an end', Array(300).fill(`: ${'x'.repeat(94)}\n\n`), 'the reply is longer than 20000 bytes'],
  ])('ends %s', async (_, pieces, message) => {
    await expect(read({ kind: 'wire', pieces, end: 'hang' })).rejects.toMatchObject({
      message,
      detail: { kind: 'garbage' },
    });
    await until('the connection is closed', () => server.connections === 0);
  });

  it('closes a line of ten megabytes long before its end', async () => {
    let sentBytes = 0;
    const part = 'x'.repeat(64 * 1024);
    const pieces = {
      *[Symbol.iterator]() {
        for (; sentBytes < 10 * 1024 * 1024; sentBytes += part.length) yield part;
      },
    };
    await expect(read({ kind: 'wire', pieces, end: 'hang' })).rejects.toMatchObject({ detail: { kind: 'garbage' } });
    await until('the connection is closed', () => server.connections === 0);
    expect(sentBytes).toBeLessThan(2 * 1024 * 1024);
  });

  it('does not follow a redirect, and reads no endless error', async () => {
    const headers = { location: 'http://127.0.0.1:1/', 'content-type': 'text/plain' };
    await expect(read({ kind: 'wire', status: 307, headers, end: 'end' })).rejects.toMatchObject({
      message: 'status 307, code none, type none',
      detail: { kind: 'refused' },
    });
    for (const bytes of [100_000, 10]) {
      const pieces = ['x'.repeat(bytes)];
      await expect(read({ kind: 'wire', status: 500, headers, pieces, end: 'hang' })).rejects.toMatchObject({
        detail: { kind: 'overloaded', status: 500 },
      });
      await until('the connection is closed', () => server.connections === 0);
    }
  });

  it('asks again on a new connection when a kept one turns out to be closed', async () => {
    const good: LlmScript = { kind: 'wire', pieces: ['data: good\n\n'], end: 'end' };
    await read(good);
    // Read to its end, a reply gives its connection back within a turn of the loop.
    await new Promise((resolve) => setImmediate(resolve));
    expect(server.connections).toBe(1);
    const calls = server.calls.length;
    server.script(() => (server.calls.length === calls + 1 ? { kind: 'wire', end: 'cut_before_headers' } : good));
    const events = client.events(
      { ...REQUEST, url: new URL(server.baseUrl), isLast: () => false },
      new AbortController().signal,
    );
    expect(await events.next()).toMatchObject({ value: { data: 'good' } });
    await events.return(undefined);
    expect(server.calls).toHaveLength(calls + 2);
  });

  it('throws the signal’s reason and closes the connection, before the headers and after them', async () => {
    for (const end of ['hang_before_headers', 'hang'] as const) {
      const calls = server.calls.length;
      const stop = new AbortController();
      const reading = read({ kind: 'wire', pieces: ['data: 1\n\n'], end }, stop.signal);
      await until('it is asked', () => server.calls.length > calls);
      const reason = new Error('enough');
      stop.abort(reason);
      await expect(reading).rejects.toBe(reason);
      await until('the connection is closed', () => server.connections === 0);
    }
    const aborted = AbortSignal.abort(new Error('before it began'));
    await expect(read({ kind: 'empty' }, aborted)).rejects.toThrow('before it began');
  });

  it('gives up on a server that takes the connection and never answers the handshake', async () => {
    // It reads, so that it notices when the client leaves.
    const silent: Server = createServer((socket) => socket.on('error', () => socket.destroy()).resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const baseUrl = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const secure = new EventStreamClient(baseUrl, LIMITS);
    const events = secure.events(
      { ...REQUEST, url: new URL(baseUrl), isLast: () => false },
      new AbortController().signal,
    );
    await expect(events.next()).rejects.toMatchObject({
      code: 'provider_timeout',
      message: 'no connection within 300 ms',
    });
    secure.close();
    await new Promise((resolve) => silent.close(resolve));
  });
});
