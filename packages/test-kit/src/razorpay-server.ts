import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RazorpayEvent, signedEvent } from './razorpay-events.ts';
import { RazorpayPayments } from './razorpay-payments.ts';
import { RazorpayPayouts } from './razorpay-payouts.ts';
import { found, listed, RazorpayRefusal, type RazorpayRequest } from './razorpay-rules.ts';

/** How the next calls go wrong. `lost`: it is done and the answer never arrives; `cut`: nothing is done. */
export type RazorpayFault =
  | { kind: 'lost' | 'cut' | 'hang' | 'html' | 'garbage' | 'strange' | 'redirect' | 'endless' }
  | { kind: 'status'; status: number; code?: string; description?: string };

export interface RazorpayServer {
  url: string;
  keyId: string;
  keySecret: string;
  webhookSecret: string;
  /** Of RazorpayX. */
  accountNumber: string;
  /** What an adapter needs to know of it, with a timeout and a pepper for tests. */
  settings: {
    keyId: string;
    keySecret: string;
    webhookSecrets: string[];
    apiUrl: string;
    timeoutMs: number;
    fingerprintKey: string;
    accountNumber: string;
  };
  readonly payments: RazorpayPayments;
  readonly payouts: RazorpayPayouts;
  /** Everything that happened, oldest first. Nothing is delivered by itself. */
  readonly events: readonly RazorpayEvent[];
  /** `POST /v1/orders` and so on, oldest first. */
  readonly calls: readonly RazorpayRequest[];
  /** From now on, for calls whose `METHOD path` begins with `only`, until `behave`. */
  misbehave(fault: RazorpayFault, only?: string): void;
  behave(): void;
  close(): Promise<void>;
}

const KEEP_MAX = 10_000;

/** A local Razorpay that keeps books and refuses what Razorpay refuses. */
export async function startRazorpayServer(webhookSecret = 'whsec_of_the_local_razorpay'): Promise<RazorpayServer> {
  const keyId = 'rzp_test_TRPtroupe00001';
  const keySecret = 'TRPtroupe-key-secret-0001';
  const accountNumber = '7878780080316316';
  const events: RazorpayEvent[] = [];
  const calls: RazorpayRequest[] = [];
  let count = 0;
  let misconduct: { fault: RazorpayFault; only: string } | undefined;
  const nextId = (prefix: string): string => {
    count += 1;
    return `${prefix}_TRP${count.toString(36).padStart(11, '0')}`;
  };
  // Seconds that only go on, so that what is newer is told.
  const now = (): number => 1_760_000_000 + count;
  const books = {
    nextId,
    now,
    announce(type: string, entities: Readonly<Record<string, object>>): void {
      keep(events, signedEvent({ id: nextId('evt'), type, createdAt: now(), secret: webhookSecret }, entities));
    },
  };
  const payments = new RazorpayPayments(books);
  const payouts = new RazorpayPayouts(books, accountNumber);
  const expected = `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString('base64')}`;

  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await read(incoming);
    keep(calls, request);
    const isHit = misconduct !== undefined && `${request.method} ${request.path}`.startsWith(misconduct.only);
    const fault = isHit ? misconduct?.fault : undefined;
    if (fault !== undefined && fault.kind !== 'lost') {
      await misplay(response, fault);
      return;
    }
    const [status, body] = reply(request, expected, payments, payouts);
    if (fault !== undefined) response.destroy();
    else send(response, status, body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const known = { keyId, keySecret, webhookSecrets: [webhookSecret], apiUrl: url, accountNumber };
  return {
    url,
    settings: { ...known, timeoutMs: 2_000, fingerprintKey: 'pepper' },
    keyId,
    keySecret,
    webhookSecret,
    accountNumber,
    payments,
    payouts,
    events,
    calls,
    misbehave(fault, only = '') {
      misconduct = { fault, only };
    },
    behave() {
      misconduct = undefined;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function reply(
  request: RazorpayRequest,
  expected: string,
  payments: RazorpayPayments,
  payouts: RazorpayPayouts,
): [number, object] {
  try {
    if (request.headers['authorization'] !== expected) throw new RazorpayRefusal(401, 'Authentication failed');
    if (request.method === 'POST' && request.headers['content-type'] !== 'application/json') {
      throw new RazorpayRefusal(400, 'The request body must be JSON');
    }
    return [200, route(request, payments, payouts)];
  } catch (error) {
    if (error instanceof RazorpayRefusal) return [error.status, error.body];
    throw error;
  }
}

function route(request: RazorpayRequest, payments: RazorpayPayments, payouts: RazorpayPayouts): object {
  const { method, path, query, body } = request;
  const [, version, sort = '', id = '', verb = ''] = path.split('/');
  const known =
    version === 'v1'
      ? `${method} ${[sort, sort === 'fund_accounts' ? id : id && ':id', verb].filter(Boolean).join('/')}`
      : '';
  switch (known) {
    case 'POST orders':
      return payments.createOrder(request);
    case 'GET orders':
      return payments.listOrders(request);
    case 'GET orders/:id':
      return found(payments.orders, id);
    case 'GET orders/:id/payments':
      return payments.paymentsOf(id);
    case 'GET payments/:id':
      return found(payments.payments, id);
    case 'POST payments/:id/capture':
      return payments.capture(id, body);
    case 'POST payments/:id/refund':
      return payments.refund(id, request);
    case 'GET payments/:id/refunds':
      return payments.refundsOf(id, query);
    case 'GET disputes':
      return listed([...payments.disputes.values()], query);
    case 'GET disputes/:id':
      return found(payments.disputes, id);
    case 'POST contacts':
      return payouts.createContact(request);
    case 'POST fund_accounts':
      return payouts.createFundAccount(request);
    case 'POST fund_accounts/validations':
      return payouts.validate(request);
    case 'GET fund_accounts/validations':
      return payouts.listValidations(request);
    case 'POST payouts':
      return payouts.createPayout(request);
    case 'GET payouts':
      return payouts.listPayouts(request);
    case 'GET payouts/:id':
      return found(payouts.payouts, id);
    default:
      if (known.startsWith('GET fund_accounts/validations/')) return found(payouts.validations, verb);
      throw new RazorpayRefusal(400, 'The requested URL was not found on the server.', { reason: 'NA' });
  }
}

async function misplay(response: ServerResponse, fault: Exclude<RazorpayFault, { kind: 'lost' }>): Promise<void> {
  switch (fault.kind) {
    case 'cut':
      response.destroy();
      return;
    case 'hang':
      // The connection stays open and silent until the client gives up.
      return;
    case 'html':
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>');
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id": "order_');
      return;
    case 'strange':
      send(response, 200, { id: 7, entity: 'riddle' });
      return;
    case 'redirect':
      response.writeHead(302, { location: 'http://127.0.0.1:9/v1/orders' }).end();
      return;
    case 'endless':
      response.writeHead(200, { 'content-type': 'application/json' });
      while (!response.destroyed) {
        await new Promise<void>((resolve) => {
          response.once('close', resolve);
          response.write('{"a": "'.padEnd(64 * 1024, 'x'), () => {
            response.off('close', resolve);
            resolve();
          });
        });
      }
      return;
    case 'status': {
      const { status, code, description = 'Something went wrong' } = fault;
      send(response, status, new RazorpayRefusal(status, description, code === undefined ? {} : { code }).body);
    }
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function read(incoming: IncomingMessage): Promise<RazorpayRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { pathname, searchParams } = new URL(incoming.url ?? '', 'http://local');
  const text = Buffer.concat(chunks).toString('utf8');
  return {
    method: incoming.method ?? '',
    path: pathname,
    query: searchParams,
    headers: incoming.headers,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

function keep<Item>(list: Item[], item: Item): void {
  list.push(item);
  if (list.length > KEEP_MAX) list.shift();
}
