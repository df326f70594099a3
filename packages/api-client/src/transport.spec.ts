import { createTransport } from './transport.ts';

const PATH = '/somewhere';

describe('what goes on when its page is left before the answer', () => {
  it.each([
    ['a tap', { method: 'POST' }, true],
    ['a tap taken back', { method: 'DELETE' }, true],
    ['a few words', { method: 'PUT', body: { enabled: true } }, true],
    ['the longest that is kept', { method: 'POST', body: 'x'.repeat(1_998) }, true],
    ['one that browsers might refuse to keep', { method: 'POST', body: 'x'.repeat(1_999) }, false],
    ['a file, however small', { method: 'POST', file: new Blob(['x'], { type: 'text/plain' }) }, false],
    ['a question: nobody is there for its answer', { method: 'GET' }, false],
  ] as const)('%s: %#', async (_, call, kept) => {
    let sent: RequestInit = {};
    const fetch = async (_url: unknown, init: RequestInit = {}) => {
      sent = init;
      return new Response(null, { status: 204 });
    };
    await createTransport({ baseUrl: 'http://localhost', fetch })({ ...call, path: PATH });
    expect(sent.keepalive ?? false).toBe(kept);
  });
});
