import { randomUUID } from 'node:crypto';
import type { Actor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import { ReconcilePaymentsService } from '../../src/modules/payment/reconcile-payments.service.ts';
import { faultsIn } from '../support/books.ts';
import { accomplice, poorFan, purseOf, tip } from '../support/cheats.ts';
import { deliver, eventFor } from '../support/payments.ts';
import { openAtRazorpay, openAtStripe, openTills, type Tills } from '../support/providers.ts';
import { coins } from '../support/wallets.ts';

const PACK = { coins: coins(100), bonus: coins(10) };
const MINUTE_MS = 60_000;

describe('payments whose webhooks never come', () => {
  let tills: Tills;
  let fan: Actor;
  let packId: string;

  beforeAll(async () => {
    // Only when a test says so: it moves the time at which a provider is asked instead of waiting for it.
    tills = await openTills({ RECONCILE_INTERVAL_MS: '3600000' });
    packId = await tills.house.world.addPack();
  });
  afterAll(async () => tills.close());
  beforeEach(async () => {
    fan = await poorFan(tills.house);
  });
  afterEach(async () => {
    expect(await faultsIn(tills.house.world)).toEqual([]);
  });

  const reconcile = () => tills.house.get(ReconcilePaymentsService).reconcile();
  /** The time has come to ask about this payment, and nobody else's. */
  const ask = async (paymentId: string) => {
    await tills.house.world.query(
      "UPDATE payment SET ask_at = CASE WHEN id = $1 THEN now() - interval '1 second' END WHERE ask_at <= now() OR id = $1",
      [paymentId],
    );
    await reconcile();
  };
  const rowOf = async (paymentId: string) =>
    (
      await tills.house.world.query<{ status: string; ask_in_ms: number | null }>(
        'SELECT status, (extract(epoch FROM ask_at - now()) * 1000)::float8 AS ask_in_ms FROM payment WHERE id = $1',
        [paymentId],
      )
    )[0];
  const eventRow = async (eventId: string) =>
    (
      await tills.house.world.query<{ state: string; tries: number; retry_at: Date | null }>(
        'SELECT state, tries, retry_at FROM webhook_event WHERE event_id = $1',
        [eventId],
      )
    )[0];
  const due = (eventId: string) =>
    tills.house.world.query("UPDATE webhook_event SET retry_at = now() - interval '1 second' WHERE event_id = $1", [
      eventId,
    ]);

  it('sandbox: paid, disputed, won and refunded are found by asking, once each', async () => {
    const { payment } = await fan.api.payment.sandboxCheckout({ packId, currency: 'USD' });
    const paid = { currency: 'USD', amountMinor: 99 };
    const dispute = (status: string) => ({ disputes: [{ ref: `d_${payment.id}`, amountMinor: 99, status }] });
    const ends: [object, object][] = [
      [{ pending: true, failed: true }, {}],
      [{ paid }, PACK],
      [{ paid, ...dispute('open') }, {}],
      [{ paid, ...dispute('won') }, PACK],
      [{ paid, ...dispute('won'), refunds: [{ ref: `r_${payment.id}`, amountMinor: 99, status: 'pending' }] }, {}],
    ];
    for (const [facts, purse] of ends) {
      await tills.house.world.query('UPDATE sandbox_charge SET facts = $2 WHERE payment_id = $1', [payment.id, facts]);
      await ask(payment.id);
      expect(await purseOf(tills.house, fan)).toEqual(purse);
      await ask(payment.id);
      expect(await purseOf(tills.house, fan)).toEqual(purse);
    }
  });

  it('Stripe: paid on its page, refunded in part and disputed in its dashboard', async () => {
    const friend = await accomplice(tills.house);
    const { paymentId, ref } = await openAtStripe(tills, fan, packId, 'page');
    const intent = tills.stripe.act.pay(ref);
    await ask(paymentId);
    expect(await purseOf(tills.house, fan)).toEqual(PACK);
    await tip(fan, friend.handle, coins(110));
    tills.stripe.act.dispute(intent.id);
    await ask(paymentId);
    await ask(paymentId);
    expect(await purseOf(tills.house, fan)).toEqual({ owed: coins(40) });
    expect(await purseOf(tills.house, friend)).toEqual({ maturingPromo: coins(7) });
    const [fees] = await tills.house.world.query(
      'SELECT p.fee_minor, d.fee_minor AS dispute_fee FROM payment p JOIN payment_dispute d ON d.payment_id = p.id WHERE p.id = $1',
      [paymentId],
    );
    expect(fees).toEqual({ fee_minor: 33, dispute_fee: 1500 });
  });

  it('Razorpay: captured, and a part refunded', async () => {
    const { paymentId, begun } = await openAtRazorpay(tills, fan, packId);
    const paid = tills.razorpay.payments.settle(tills.razorpay.payments.authorize(begun));
    await ask(paymentId);
    expect(await purseOf(tills.house, fan)).toEqual(PACK);
    tills.razorpay.payments.refund(paid.id, {
      method: 'POST',
      path: '',
      query: new URLSearchParams(),
      headers: {},
      body: { amount: 790 },
    });
    await ask(paymentId);
    await ask(paymentId);
    // A tenth of the price: a tenth of the coins, and of the bonus.
    expect(await purseOf(tills.house, fan)).toEqual({ coins: coins(90), bonus: coins(9) });
  });

  it('the sheet’s word, the webhooks and the reconciler at once: one credit', async () => {
    const { paymentId, begun } = await openAtRazorpay(tills, fan, packId);
    const before = tills.razorpay.events.length;
    tills.razorpay.payments.settle(tills.razorpay.payments.authorize(begun));
    const posts = tills.razorpay.events.slice(before);
    await tills.house.world.query("UPDATE payment SET ask_at = now() - interval '1 second' WHERE id = $1", [paymentId]);
    const answers = await Promise.all(
      [...posts, ...posts].map((post) => tills.post('razorpay', post)).concat([reconcile().then(() => 200)]),
    );
    expect(answers).toEqual(answers.map(() => 200));
    expect(await purseOf(tills.house, fan)).toEqual(PACK);
  });

  it('asks less and less often, sooner again when nobody answered, and not every two minutes when the answer doesn’t fit', async () => {
    const { paymentId, ref } = await openAtStripe(tills, fan, packId);
    const age = (interval: string) =>
      tills.house.world.query('UPDATE payment SET created_at = now() - $2::interval WHERE id = $1', [
        paymentId,
        interval,
      ]);
    await age('2 hours');
    await ask(paymentId);
    expect((await rowOf(paymentId))?.ask_in_ms).toBeGreaterThan(200 * MINUTE_MS);
    await age('30 days');
    tills.stripe.misbehave(Array(20).fill('error_500'));
    await ask(paymentId);
    tills.stripe.misbehave([]);
    const soon = (await rowOf(paymentId))?.ask_in_ms ?? 0;
    expect(soon).toBeGreaterThan(10 * MINUTE_MS);
    expect(soon).toBeLessThanOrEqual(60 * MINUTE_MS);
    await age('2 hours');
    tills.stripe.act.pay(ref, { capturedMinor: 1 });
    await ask(paymentId);
    expect(await rowOf(paymentId)).toMatchObject({ status: 'created' });
    expect((await rowOf(paymentId))?.ask_in_ms).toBeGreaterThan(200 * MINUTE_MS);
    expect(await purseOf(tills.house, fan)).toEqual({});
  });

  it('events that nobody can place are looked at less and less often, and give way to those that can be', async () => {
    const lost = eventFor(randomUUID());
    expect((await deliver(tills.house, lost)).status).toBe(200);
    const waits: number[] = [];
    for (let time = 0; time < 6; time += 1) {
      const row = await eventRow(lost.id);
      expect(row).toMatchObject({ state: 'waiting', tries: time + 1 });
      if (row?.retry_at == null) break;
      waits.push(Math.round((row.retry_at.getTime() - Date.now()) / MINUTE_MS));
      await due(lost.id);
      await reconcile();
    }
    expect(waits).toEqual([1, 5, 30, 240, 1440]);
  });

  it('events that were refused are tried again, counted, and act once they can', async () => {
    const { payment } = await fan.api.payment.sandboxCheckout({ packId, currency: 'USD' });
    await tills.house.world.query('UPDATE payment SET amount_minor = 100 WHERE id = $1', [payment.id]);
    const event = eventFor(payment.id);
    expect((await deliver(tills.house, event)).status).toBe(200);
    expect(await eventRow(event.id)).toMatchObject({ state: 'failed', tries: 1 });
    await due(event.id);
    await reconcile();
    expect(await eventRow(event.id)).toMatchObject({ state: 'failed', tries: 2 });
    await tills.house.world.query('UPDATE payment SET amount_minor = 99 WHERE id = $1', [payment.id]);
    await due(event.id);
    await reconcile();
    expect(await eventRow(event.id)).toMatchObject({ state: 'applied', tries: 3, retry_at: null });
    expect(await purseOf(tills.house, fan)).toEqual(PACK);
  });

  it('an event that nobody understands any more is put off and does not hold up the others', async () => {
    const { payment } = await fan.api.payment.sandboxCheckout({ packId, currency: 'USD' });
    const [odd, good] = [eventFor(payment.id), eventFor(payment.id)];
    for (const [event, body] of [
      [odd, '{}'],
      [good, JSON.stringify(good)],
    ] as const) {
      await tills.house.world.query(
        "INSERT INTO webhook_event (provider, event_id, type, state, body, refs, tries, retry_at) VALUES ('sandbox', $1, 'x', 'waiting', $2, $3, 1, now() - interval '1 minute')",
        [event.id, Buffer.from(body), [`sbx_${payment.id}`]],
      );
    }
    await reconcile();
    expect(await eventRow(good.id)).toMatchObject({ state: 'applied' });
    const row = await eventRow(odd.id);
    expect(row).toMatchObject({ state: 'waiting', tries: 2 });
    expect(row?.retry_at?.getTime()).toBeGreaterThan(Date.now() + 4 * MINUTE_MS);
    expect(await purseOf(tills.house, fan)).toEqual(PACK);
  });

  it('acts by itself at its interval', async () => {
    const other = await openTills({ RECONCILE_INTERVAL_MS: '100' });
    try {
      const [buyer, pack] = [await poorFan(other.house), await other.house.world.addPack()];
      const { paymentId, ref } = await openAtStripe(other, buyer, pack);
      other.stripe.act.pay(ref);
      await other.house.world.query("UPDATE payment SET ask_at = now() - interval '1 second' WHERE id = $1", [
        paymentId,
      ]);
      await until('the coins', async () => (await purseOf(other.house, buyer))['coins'] === PACK.coins);
      expect(await purseOf(other.house, buyer)).toEqual(PACK);
    } finally {
      await other.close();
    }
  });
});
