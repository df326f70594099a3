import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { CLIENT_ADDRESS_HEADER, CLIENT_DEVICE_HEADER, INTERNAL_TOKEN_HEADER } from '@troupe/contracts/http/forwarding';

/** Node publishes each HTTP request here before the server's own listeners see it. */
const REQUEST_STARTED = 'http.server.request.start';

/**
 * Writes on every request who really sent it: the peer of its connection, beside the secret that makes the API believe it. What a
 * visitor put under these names is thrown away, so whatever passes requests on from here (Next's rewrite of `/api`, pages that call
 * the API) passes on the truth. Answers a function that stops it. The reason for this place is in docs/adr/0009.
 */
export function stampVisitors(internalToken: string | undefined): () => void {
  const stamp = (message: unknown): void => {
    const { request } = message as { request: IncomingMessage };
    const { headers, socket } = request;
    delete headers[CLIENT_ADDRESS_HEADER];
    delete headers[INTERNAL_TOKEN_HEADER];
    delete headers[CLIENT_DEVICE_HEADER];
    // Without the secret the API goes by this server's own address.
    if (internalToken === undefined || socket.remoteAddress === undefined) return;
    headers[CLIENT_ADDRESS_HEADER] = socket.remoteAddress;
    headers[INTERNAL_TOKEN_HEADER] = internalToken;
  };
  diagnostics.subscribe(REQUEST_STARTED, stamp);
  return () => void diagnostics.unsubscribe(REQUEST_STARTED, stamp);
}
