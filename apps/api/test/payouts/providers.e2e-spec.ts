import type { PayoutDestinationRequest } from '@troupe/contracts/http/payout';
import { type RazorpayServer, startRazorpayServer } from '@troupe/test-kit/razorpay-server';
import { type StripeServer, startStripeServer } from '@troupe/test-kit/stripe-server';
import { until } from '@troupe/test-kit/until';
import { faultsIn } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { codeOf, once } from '../support/movements.ts';
import { asAdmin, giveEarnings, LONG_AGO_DAYS, type Payee, standingOf } from '../support/payouts.ts';
import { coins } from '../support/wallets.ts';

const stageWith = (house: () => House) => ({
  /** A creator with 10,000 coins, and what opening this destination answered. */
  async open(request: PayoutDestinationRequest, country: string) {
    const actor = await house().register('Payee');
    await giveEarnings(house().world, actor.userId, coins(10_000), LONG_AGO_DAYS);
    const taxId = actor.userId.slice(-12);
    await actor.api.payouts.saveProfile({ legalName: 'Asha Rao', country, taxId });
    const { destination, onboardingUrl } = await actor.api.payouts.openDestination(request);
    return { payee: { ...actor, destinationId: destination.id }, destination, onboardingUrl };
  },
  async approved(payee: Payee): Promise<string> {
    const { id } = await payee.api.payouts.request({ all: true, destinationId: payee.destinationId }, once());
    const admin = await asAdmin(house(), await house().register());
    await admin.api.admin.payouts.approve(id);
    return id;
  },
  reached: (payee: Payee, id: string, status: string) =>
    until(`the payout to be ${status}`, async () => {
      const { payout } = await payee.api.payouts.get(id);
      return payout.status === status && payout;
    }),
  post: async (provider: string, { body, headers }: { body: Buffer; headers: Record<string, string> }) =>
    (
      await fetch(`${house().origin}/payment/${provider}/webhook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: body.toString(),
      })
    ).status,
});

describe('a creator who is paid by Stripe', () => {
  let house: House;
  let server: StripeServer;
  const stage = stageWith(() => house);

  beforeAll(async () => {
    server = await startStripeServer();
    house = await openHouse({
      STRIPE_SECRET_KEY: server.secretKey,
      STRIPE_PUBLISHABLE_KEY: server.publishableKey,
      STRIPE_WEBHOOK_SECRETS: server.webhookSecret,
      STRIPE_API_URL: server.url,
      PAYOUT_INTERVAL_MS: '100',
    });
  });
  afterAll(async () => {
    await house.close();
    await server.close();
  });
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  it('tells Stripe who they are on its own page, gets the money, and loses it again when the transfer is reversed', async () => {
    const hosted = { provider: 'stripe', currency: 'USD', account: { kind: 'hosted' } } as const;
    const { payee, destination, onboardingUrl } = await stage.open(hosted, 'US');
    expect(destination.status).toBe('unverified');
    expect(await codeOf(stage.approved(payee))).toBe('payout_destination_unverified');
    const again = await payee.api.payouts.checkDestination(payee.destinationId);
    // Each address is good for one visit.
    expect([onboardingUrl, again.onboardingUrl].map((url) => url?.startsWith('https://'))).toEqual([true, true]);
    expect(again.onboardingUrl).not.toBe(onboardingUrl);
    const [row] = await house.world.query<{ ref: string }>('SELECT ref FROM payout_destination WHERE id = $1', [
      payee.destinationId,
    ]);
    server.act.verify(row?.ref ?? '', { last4: '6789', fingerprint: 'BANK' });
    expect(await payee.api.payouts.checkDestination(payee.destinationId)).toMatchObject({
      destination: { status: 'verified', hint: '•••• 6789' },
      onboardingUrl: null,
    });
    server.misbehave(['cut_after'], /transfers/);
    const id = await stage.approved(payee);
    await until('the first try to be over', () => server.all('transfer').length === 1);
    await until('it to be asked for again', async () => {
      await house.world.query("UPDATE payout SET due_at = now() WHERE status = 'in_flight'");
      return (await payee.api.payouts.get(id)).payout.status === 'paid';
    });
    expect(server.all('transfer')).toMatchObject([{ amount: 8_000, metadata: { payout_id: id } }]);
    const transfer = server.all('transfer')[0]?.id ?? '';
    server.act.reverseTransfer(transfer);
    for (const event of server.events) expect(await stage.post('stripe', server.delivery(event))).toBe(200);
    expect(await stage.reached(payee, id, 'returned')).toMatchObject({ failureCode: 'transfer_reversed' });
    expect(await standingOf(house.world, payee.userId)).toEqual({ earnings: coins(10_000), inFlight: 0 });
  });
});

describe('a creator who is paid by RazorpayX', () => {
  let house: House;
  let server: RazorpayServer;
  const stage = stageWith(() => house);

  beforeAll(async () => {
    server = await startRazorpayServer();
    house = await openHouse({
      RAZORPAY_KEY_ID: server.keyId,
      RAZORPAY_KEY_SECRET: server.keySecret,
      RAZORPAY_WEBHOOK_SECRETS: server.webhookSecret,
      RAZORPAY_API_URL: server.url,
      RAZORPAYX_ACCOUNT_NUMBER: server.accountNumber,
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      PAYOUT_INTERVAL_MS: '100',
    });
  });
  afterAll(async () => {
    await house.close();
    await server.close();
  });
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  it('names a bank account that is not kept, and webhooks tell how the payout goes', async () => {
    const account = { kind: 'bank', accountNumber: '765432123456789', ifsc: 'HDFC0000053' } as const;
    const { payee, destination } = await stage.open({ provider: 'razorpay', currency: 'INR', account }, 'IN');
    expect(destination).toMatchObject({ status: 'unverified', hint: '•••• 6789' });
    server.payouts.finishValidation([...server.payouts.validations.keys()][0] ?? '', 'active');
    await payee.api.payouts.checkDestination(payee.destinationId);
    const kept = await house.world.query('SELECT d::text AS text FROM payout_destination d');
    expect(JSON.stringify(kept)).not.toContain('765432123456789');
    const id = await stage.approved(payee);
    await stage.reached(payee, id, 'in_flight');
    const payout = await until('Razorpay to have it', () => [...server.payouts.payouts.values()][0]);
    expect(payout).toMatchObject({ amount: 620_000, reference_id: id });
    server.payouts.movePayout(payout.id, 'processed', { status: 'processed', utr: 'HDFC1' });
    for (const event of server.events) expect(await stage.post('razorpay', event)).toBe(200);
    await stage.reached(payee, id, 'paid');
    const [row] = await house.world.query('SELECT provider_fee_minor FROM payout WHERE id = $1', [id]);
    expect(row).toEqual({ provider_fee_minor: '590' });
    server.payouts.movePayout(payout.id, 'reversed', { status: 'reversed' });
    for (const event of server.events) expect(await stage.post('razorpay', event)).toBe(200);
    await stage.reached(payee, id, 'returned');
    expect(await standingOf(house.world, payee.userId)).toEqual({ earnings: coins(10_000), inFlight: 0 });
  });
});
