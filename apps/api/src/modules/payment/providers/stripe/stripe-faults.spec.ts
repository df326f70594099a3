import { type StripeFault, StripeRefusal, type StripeServer, startStripeServer } from '@troupe/test-kit/stripe-server';
import { ProviderFault } from '../payment-provider.ts';
import { StripeProvider } from './stripe-provider.ts';

const SECRET_WORDS = 'jane@example.com';
const refusal = (status: number, type: string, code?: string): StripeRefusal =>
  new StripeRefusal(status, { type, message: `About ${SECRET_WORDS}`, ...(code === undefined ? {} : { code }) });
const twice = (fault: StripeFault): StripeFault[] => [fault, fault];

describe('what goes wrong with Stripe', () => {
  let server: StripeServer;
  beforeEach(async () => {
    server = await startStripeServer();
  });
  afterEach(() => server.close());

  const providerWith = (over: { secretKey?: string; apiUrl?: string } = {}): StripeProvider =>
    new StripeProvider({
      secretKey: server.secretKey,
      publishableKey: server.publishableKey,
      webhookSecrets: [server.webhookSecret],
      apiUrl: server.url,
      timeoutMs: 200,
      webOrigin: 'https://troupe.example',
      ...over,
    });
  const faultOf = async (provider: StripeProvider): Promise<ProviderFault> => {
    const error = await provider.refund(['pi_1'], 100, 'key').catch((caught: unknown) => caught);
    if (!(error instanceof ProviderFault)) throw new Error('expected a fault', { cause: error });
    return error;
  };

  it.each<[string, StripeFault[], ProviderFault['kind']]>([
    ['a server error', twice('error_500'), 'unavailable'],
    ['too many requests', twice('rate_limited'), 'unavailable'],
    ['the same request under way', twice('key_in_use'), 'unavailable'],
    ['silence', twice('hang'), 'unavailable'],
    ['an answer without end', ['drip'], 'unavailable'],
    ['a connection that is cut', twice('cut'), 'unavailable'],
    ['a page of some proxy', ['garbage'], 'unavailable'],
    ['a declined card', [refusal(402, 'card_error', 'card_declined')], 'refused'],
    ['a parameter it does not take', [refusal(400, 'invalid_request_error', 'parameter_unknown')], 'refused'],
    ['a key used for something else', [refusal(400, 'idempotency_error')], 'refused'],
    ['too many requests in old clothes', twice(refusal(400, 'invalid_request_error', 'rate_limit')), 'unavailable'],
    ['a lock that was taken', twice(refusal(429, 'invalid_request_error', 'lock_timeout')), 'unavailable'],
    ['a key without the permission', [refusal(403, 'invalid_request_error')], 'misconfigured'],
    ['a test key for live things', [refusal(400, 'invalid_request_error', 'livemode_mismatch')], 'misconfigured'],
    ['something else that is not there', [refusal(400, 'invalid_request_error', 'resource_missing')], 'unknown'],
    ['nothing there', [refusal(404, 'invalid_request_error', 'resource_missing')], 'unknown'],
  ])('%s', async (_, faults, kind) => {
    server.misbehave(faults);
    const fault = await faultOf(providerWith());
    expect(fault.kind).toBe(kind);
    expect(fault.message).not.toContain(SECRET_WORDS);
    expect(JSON.stringify(fault)).not.toContain(SECRET_WORDS);
    expect(fault.cause).toBeUndefined();
  });

  it('a key that Stripe does not know, and the message keeps it', async () => {
    const secretKey = 'sk_test_not_the_one_that_stripe_knows';
    const fault = await faultOf(providerWith({ secretKey }));
    expect(fault.kind).toBe('misconfigured');
    expect(fault.message).not.toContain('stripe_knows');
  });

  it('nobody there', async () => {
    const gone = await startStripeServer();
    await gone.close();
    expect((await faultOf(providerWith({ apiUrl: gone.url }))).kind).toBe('unavailable');
  });

  it('has the id of the request, by which it is found in the dashboard', async () => {
    expect((await faultOf(providerWith())).message).toMatch(/^Stripe: status 400, .*req_/);
  });

  it('does not wait longer than two attempts', async () => {
    server.misbehave(['hang', 'hang', 'hang']);
    await faultOf(providerWith());
    expect(server.requests).toHaveLength(2);
  });
});
