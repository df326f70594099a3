import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stampVisitors } from './visitor-stamp.ts';

const TOKEN = 'what the web app and the API share';
const FORGED = {
  'x-client-address': '198.51.100.1',
  'X-Internal-Token': 'guess',
  'x-client-device': 'mine',
  'x-forwarded-for': '198.51.100.1',
};

/** The headers that a server's listener sees of a request with `sent`. */
async function seenHeaders(sent: Record<string, string>): Promise<IncomingHttpHeaders> {
  const seen = Promise.withResolvers<IncomingHttpHeaders>();
  const server = createServer((incoming, response) => {
    seen.resolve({ ...incoming.headers });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', headers: sent })
    .on('response', (response) => response.resume())
    .end();
  const headers = await seen.promise;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return headers;
}

describe('the stamp on every request to the web server', () => {
  let stop = (): void => undefined;
  afterEach(() => stop());

  it('names the connection’s peer, whoever the visitor claims to be', async () => {
    stop = stampVisitors(TOKEN);
    const headers = await seenHeaders(FORGED);
    expect(headers['x-client-address']).toBe('127.0.0.1');
    expect(headers['x-internal-token']).toBe(TOKEN);
    // Which browser it is, the sign-in says from its cookie.
    expect(headers).not.toHaveProperty('x-client-device');
    // For the API to judge, which knows the proxies of this install.
    expect(headers['x-forwarded-for']).toBe('198.51.100.1');
  });

  it('vouches for nobody without the secret, and lets nobody vouch for himself', async () => {
    stop = stampVisitors(undefined);
    const headers = await seenHeaders(FORGED);
    expect(headers).not.toHaveProperty('x-client-address');
    expect(headers).not.toHaveProperty('x-internal-token');
  });
});
