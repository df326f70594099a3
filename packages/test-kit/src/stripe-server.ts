import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StripeActions } from './stripe/actions.ts';
import { checkParams, STRIPE_API_VERSION } from './stripe/check-params.ts';
import { decodeForm, type Form } from './stripe/form.ts';
import { IdempotencyKeys } from './stripe/idempotency.ts';
import { newId, type StripeObject, stripeFixture } from './stripe/objects.ts';
import { invalid, StripeRefusal } from './stripe/refusal.ts';
import { OPERATIONS } from './stripe/routes.ts';
import { type StripeEvent, StripeStore, stripeSignature } from './stripe/store.ts';

export { type StripeEvent, StripeRefusal, stripeFixture };

/** What goes wrong with a request: before it does anything, or (`cut_after`) with the answer. `drip` never comes to an end, `garbage` is a page of some proxy. */
export type StripeFault =
  | 'error_500'
  | 'rate_limited'
  | 'key_in_use'
  | 'hang'
  | 'drip'
  | 'cut'
  | 'cut_after'
  | 'garbage'
  | StripeRefusal;

export interface StripeRequest {
  operation: string;
  path: string;
  form: Form;
  idempotencyKey: string | undefined;
  headers: IncomingHttpHeaders;
}

export interface StripeServer {
  url: string;
  secretKey: string;
  publishableKey: string;
  webhookSecret: string;
  /** What buyers, banks and the dashboard do. */
  act: StripeActions;
  /** Everything there is of a kind (`payment_intent`, `checkout.session` …). */
  all(kind: string): StripeObject[];
  /** Every event since the start, in the order in which things happened; it is up to the caller which are delivered, when and how often. */
  events: readonly StripeEvent[];
  /** The bytes and headers of one delivery, signed now unless told otherwise. */
  delivery(event: StripeEvent, at?: Date): { body: Buffer; headers: Record<string, string> };
  /** Every request since the start that came with a good key, in order. */
  requests: readonly StripeRequest[];
  /** Lets the next requests go wrong, one a fault; with a pattern only those whose operation (`POST /v1/refunds`) it matches. */
  misbehave(faults: readonly StripeFault[], only?: RegExp): void;
  close(): Promise<void>;
}

const REQUEST_BYTES_MAX = 64 * 1024;

/** A local Stripe: holds what is created, refuses what Stripe refuses, and tells what happened in signed events. */
export async function startStripeServer(): Promise<StripeServer> {
  const store = new StripeStore();
  const keys = new IdempotencyKeys();
  const requests: StripeRequest[] = [];
  const secretKey = newId('sk_test');
  const webhookSecret = newId('whsec');
  let faults: StripeFault[] = [];
  let faultsOnly: RegExp | undefined;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    checkHeaders(request, secretKey);
    const { operation, id } = operationOf(request.method ?? '', pathname);
    const form = decodeForm(request.method === 'GET' ? search.slice(1) : body);
    const header = request.headers['idempotency-key'];
    const key = typeof header === 'string' ? header : undefined;
    requests.push({ operation, path: pathname, form, idempotencyKey: key, headers: request.headers });
    const fault = faults.length > 0 && (faultsOnly?.test(operation) ?? true) ? faults.shift() : undefined;
    if (fault !== undefined && fault !== 'cut_after') return playFault(fault, response);
    keys.check(operation, key);
    const fingerprint = `${request.method} ${pathname}\n${body}`;
    const answer = keys.replay(key, fingerprint) ?? perform(store, operation, form, id);
    keys.save(key, { request: fingerprint, body: answer });
    if (fault === 'cut_after') response.destroy();
    else send(response, 200, answer);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (error instanceof StripeRefusal)
        send(response, error.status, JSON.stringify({ error: error.error }), error.headers);
      else response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    secretKey,
    publishableKey: newId('pk_test'),
    webhookSecret,
    act: new StripeActions(store),
    all: (kind) => store.all(kind),
    events: store.events,
    delivery(event, at = new Date()) {
      const body = Buffer.from(JSON.stringify(event, null, 2));
      return { body, headers: { 'stripe-signature': stripeSignature(webhookSecret, body, at) } };
    },
    requests,
    misbehave(next, only) {
      faults = [...next];
      faultsOnly = only;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function perform(store: StripeStore, operation: string, form: Form, id: string): string {
  checkParams(operation, form);
  const result = OPERATIONS[operation]?.(store, form, id);
  if (result === undefined) throw invalid(`Unrecognized request URL (${operation})`);
  const expand = typeof form['expand'] === 'object' ? Object.values(form['expand']) : [];
  const paths = expand.filter((path) => typeof path === 'string');
  if (paths.some((path) => path.split('.').length > 4)) throw invalid('You cannot expand more than 4 levels', 'expand');
  return JSON.stringify(store.expanded(result, paths), null, 2);
}

/** `/v1/refunds/re_1` is the operation `/v1/refunds/:id`. */
function operationOf(method: string, pathname: string): { operation: string; id: string } {
  const exact = `${method} ${pathname}`;
  if (exact in OPERATIONS) return { operation: exact, id: '' };
  const match = /^(\/v1\/(?:checkout\/)?[a-z_]+)\/(\w+)(\/[a-z]+)?$/.exec(pathname);
  const operation = `${method} ${match?.[1]}/:id${match?.[3] ?? ''}`;
  if (match === null || !(operation in OPERATIONS)) {
    throw new StripeRefusal(404, { type: 'invalid_request_error', message: `Unrecognized request URL (${exact})` });
  }
  return { operation, id: match[2] ?? '' };
}

function checkHeaders(request: IncomingMessage, secretKey: string): void {
  if (request.headers.authorization !== `Bearer ${secretKey}`) {
    // Stripe quotes the end of a key that it doesn't know.
    const message = `Invalid API Key provided: ${(request.headers.authorization ?? '').slice(-12)}`;
    throw new StripeRefusal(401, { type: 'invalid_request_error', message });
  }
  if (request.headers['stripe-version'] !== STRIPE_API_VERSION) {
    throw invalid(`Invalid Stripe API version: ${String(request.headers['stripe-version'])}`);
  }
  const isForm = request.headers['content-type'] === 'application/x-www-form-urlencoded';
  if (request.method === 'POST' && !isForm) throw invalid('The body must be application/x-www-form-urlencoded');
}

function playFault(fault: Exclude<StripeFault, 'cut_after'>, response: ServerResponse): void {
  if (fault instanceof StripeRefusal) throw fault;
  switch (fault) {
    case 'error_500':
      throw new StripeRefusal(500, { type: 'api_error', message: 'An unknown error occurred' });
    case 'rate_limited':
      throw new StripeRefusal(429, { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests' });
    case 'key_in_use': {
      const message = 'There is currently another in-progress request using this Idempotency Key';
      throw new StripeRefusal(409, { type: 'invalid_request_error', code: 'idempotency_key_in_use', message });
    }
    case 'cut':
      response.destroy();
      return;
    case 'drip': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drops = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drops));
      return;
    }
    case 'garbage':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html>Bad gateway</html>');
      return;
    case 'hang':
    // The connection stays open and silent until the client gives up.
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > REQUEST_BYTES_MAX)
      throw new StripeRefusal(413, { type: 'invalid_request_error', message: 'Too large' });
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': newId('req'), ...headers });
  response.end(body);
}
