import { inspect } from 'node:util';
import { type RazorpayFault, type RazorpayServer, startRazorpayServer } from '@troupe/test-kit/razorpay-server';
import { ProviderFault } from '../payment-provider.ts';
import { RazorpayProvider } from './razorpay-provider.ts';
import { payoutShape } from './razorpay-shapes.ts';
import { RazorpayWire } from './razorpay-wire.ts';

const PERSON = 'asha@okbank';
const ORDER = ['order_TRP00000000001'];

let server: RazorpayServer;
beforeAll(async () => {
  server = await startRazorpayServer();
});
afterAll(() => server.close());
afterEach(() => server.behave());

const settings = (changes: object = {}) => ({ ...server.settings, timeoutMs: 300, ...changes });
const faultOf = (call: Promise<unknown>): Promise<ProviderFault> =>
  call.then(
    () => {
      throw new Error('it went well');
    },
    (error: unknown) => {
      if (!(error instanceof ProviderFault)) throw error;
      return error;
    },
  );

describe('What goes wrong at Razorpay', () => {
  const status = (code: number, description?: string, word?: string): RazorpayFault => ({
    kind: 'status',
    status: code,
    description: `${description ?? 'No'} ${PERSON}`,
    ...(word === undefined ? {} : { code: word }),
  });

  it.each<[string, RazorpayFault, ProviderFault['kind']]>([
    ['a cut connection', { kind: 'cut' }, 'unavailable'],
    ['silence', { kind: 'hang' }, 'unavailable'],
    ['a reply without end', { kind: 'endless' }, 'unavailable'],
    ['a page of a proxy', { kind: 'html' }, 'unavailable'],
    ['an error of theirs', status(500, 'We are facing some trouble', 'SERVER_ERROR'), 'unavailable'],
    ['an error of theirs with a wrong status', status(400, 'Gateway', 'GATEWAY_ERROR'), 'unavailable'],
    ['too many requests', status(429, 'Too many requests'), 'unavailable'],
    ['a request that is still being worked on', status(409, 'Conflict'), 'unavailable'],
    ['wrong keys', status(401, 'Authentication failed'), 'misconfigured'],
    ['keys of the other mode', status(400, 'The api key provided is invalid'), 'misconfigured'],
    ['an address that is not allowed', status(400, 'Access Denied'), 'misconfigured'],
    ['a feature that is not enabled', status(400, 'The requested URL was not found on the server.'), 'misconfigured'],
    ['too little money of ours', status(400, 'Your account does not have enough balance'), 'misconfigured'],
    ['no such thing', status(400, 'The id provided does not exist'), 'unknown'],
    ['no such page', status(404), 'unknown'],
    ['a refusal', status(400, 'The amount must be at least INR 1.00'), 'refused'],
    ['half a reply', { kind: 'garbage' }, 'nonsense'],
    ['a riddle', { kind: 'strange' }, 'nonsense'],
    ['a redirect', { kind: 'redirect' }, 'nonsense'],
  ])('is told: %s', async (_, fault, kind) => {
    server.misbehave(fault);
    const provider = new RazorpayProvider(settings());

    // One call by a method of the SDK, one past it.
    const byMethod = await faultOf(provider.fetch(ORDER));
    const past = await faultOf(
      new RazorpayWire(settings()).send('make a payout', payoutShape, { method: 'post', url: '/v1/payouts', data: {} }),
    );

    for (const told of [byMethod, past]) {
      expect(told.kind).toBe(kind);
      const everything = inspect(told, { depth: 20, showHidden: true, getters: true });
      for (const secret of [server.keySecret, Buffer.from(server.keySecret).toString('base64'), server.keyId, PERSON]) {
        expect(everything).not.toContain(secret);
      }
      expect(told.cause).toBeUndefined();
    }
  });

  it('is a wrong key, as the server itself says it', async () => {
    const told = await faultOf(new RazorpayProvider(settings({ keySecret: 'not-the-secret' })).fetch(ORDER));
    expect(told).toMatchObject({ kind: 'misconfigured', code: 'input_validation_failed' });
    expect(told.message).toContain('show an order: 401 BAD_REQUEST_ERROR');
  });

  it('is a reply without end, long before the time is over', async () => {
    server.misbehave({ kind: 'endless' });
    const told = await faultOf(new RazorpayProvider(settings({ timeoutMs: 25_000 })).fetch(ORDER));
    expect(told.kind).toBe('unavailable');
  }, 10_000);

  it('is nobody there', async () => {
    const gone = await startRazorpayServer();
    await gone.close();
    const told = await faultOf(new RazorpayProvider(settings({ apiUrl: gone.url })).fetch(ORDER));
    expect(told).toMatchObject({ kind: 'unavailable', code: 'ECONNREFUSED' });
  });
});
