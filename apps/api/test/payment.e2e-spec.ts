import { randomUUID } from 'node:crypto';
import type { Actor } from '@troupe/test-kit/actors';
import { signWebhook } from '../src/modules/payment/providers/sandbox/webhook-signature.ts';
import { faultsIn } from './support/books.ts';
import { type House, openHouse, SANDBOX_SECRET } from './support/boot.ts';
import { deliver, eventFor } from './support/payments.ts';

const COINS = 100_000_000;
const BONUS = 10_000_000;
const WELCOME = 30_000_000;

describe('buying coins in the sandbox', () => {
  let house: House;
  let packId: string;

  beforeAll(async () => {
    house = await openHouse();
    packId = await house.world.addPack();
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const open = async (fan: Actor) => (await fan.api.payment.sandboxCheckout({ packId, currency: 'USD' })).payment;
  const balanceOf = async (fan: Actor): Promise<number> => (await fan.api.coin.balance(fan.userId)).balanceMicrocoins;

  it('credits coins and bonus when the fan confirms, and shows it in the wallet and on every socket', async () => {
    const fan = await house.register();
    const socket = await fan.openSocket();
    const payment = await open(fan);
    expect(payment).toMatchObject({ status: 'created', price: { currency: 'USD', amountMinor: 99 } });
    const { payment: paid } = await fan.api.payment.sandboxConfirm({ paymentId: payment.id, outcome: 'succeeded' });
    expect(paid.status).toBe('succeeded');
    expect(await fan.api.coin.balance(fan.userId)).toMatchObject({
      coinsMicrocoins: COINS,
      bonusMicrocoins: WELCOME + BONUS,
    });
    expect(socket.eventsOf('balance').at(-1)?.balanceMicrocoins).toBe(WELCOME + COINS + BONUS);
    const [purchase] = (await fan.api.coin.transactions(fan.userId)).items;
    expect(purchase).toMatchObject({
      kind: 'purchase',
      amountMicrocoins: COINS + BONUS,
      balanceAfterMicrocoins: WELCOME + COINS + BONUS,
    });
    expect((await fan.api.payment.history()).items.map((item) => [item.id, item.status])).toEqual([
      [payment.id, 'succeeded'],
    ]);
  });

  it('credits once when the same webhook comes ten times at once', async () => {
    const fan = await house.register();
    const event = eventFor((await open(fan)).id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => deliver(house, event)));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(await balanceOf(fan)).toBe(WELCOME + COINS + BONUS);
  });

  it('credits once when ten different events tell of one payment', async () => {
    const fan = await house.register();
    const payment = await open(fan);
    await Promise.all(Array.from({ length: 10 }, () => deliver(house, eventFor(payment.id))));
    expect(await balanceOf(fan)).toBe(WELCOME + COINS + BONUS);
  });

  it('credits once when the fan’s confirmation and the webhooks race', async () => {
    const fan = await house.register();
    const payment = await open(fan);
    const confirm = () => fan.api.payment.sandboxConfirm({ paymentId: payment.id, outcome: 'succeeded' });
    await Promise.all([
      confirm(),
      deliver(house, eventFor(payment.id)),
      confirm(),
      deliver(house, eventFor(payment.id)),
    ]);
    expect(await balanceOf(fan)).toBe(WELCOME + COINS + BONUS);
  });

  it('tells the fan that the provider could not be reached when its webhook doesn’t get through, and the same confirmation works later', async () => {
    const fan = await house.register();
    const payment = await open(fan);
    const confirm = () => fan.api.payment.sandboxConfirm({ paymentId: payment.id, outcome: 'succeeded' });
    const stop = house.hangUpOn('/payment/sandbox/webhook');
    await expect(confirm().finally(stop)).rejects.toMatchObject({
      code: 'payment_provider_unavailable',
      status: 503,
    });
    expect(await balanceOf(fan)).toBe(WELCOME);
    expect((await confirm()).payment.status).toBe('succeeded');
    expect(await balanceOf(fan)).toBe(WELCOME + COINS + BONUS);
  });

  it('credits nothing for a wrong signature, an old one, none, or one of another body', async () => {
    const fan = await house.register();
    const event = eventFor((await open(fan)).id);
    const body = Buffer.from(JSON.stringify(event));
    const signatures = [
      '',
      'nonsense',
      signWebhook('another secret that is long enough to be one', body, new Date()),
      signWebhook(SANDBOX_SECRET, body, new Date(Date.now() - 600_000)),
      signWebhook(SANDBOX_SECRET, Buffer.from('{}'), new Date()),
    ];
    for (const signature of signatures) {
      const answer = await deliver(house, event, signature);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 'invalid_signature' });
    }
    expect(await balanceOf(fan)).toBe(WELCOME);
  });

  it('credits nothing for another amount or currency than was agreed, and the right event still works afterwards', async () => {
    const fan = await house.register();
    const payment = await open(fan);
    // Taken, kept, and shown to admins: the provider has done its part, and coming again would change nothing.
    expect((await deliver(house, eventFor(payment.id, { amountMinor: 1 }))).status).toBe(200);
    expect((await deliver(house, eventFor(payment.id, { currency: 'INR' }))).status).toBe(200);
    const kept = await house.world.query(
      'SELECT state, error_code FROM webhook_event WHERE state = $1 ORDER BY received_at',
      ['failed'],
    );
    expect(kept).toEqual(Array(2).fill({ state: 'failed', error_code: 'payment_mismatch' }));
    expect(await balanceOf(fan)).toBe(WELCOME);
    expect((await deliver(house, eventFor(payment.id))).status).toBe(200);
    expect(await balanceOf(fan)).toBe(WELCOME + COINS + BONUS);
  });

  it('is not moved back by a cancellation that arrives after the money', async () => {
    const fan = await house.register();
    const payment = await open(fan);
    await deliver(house, eventFor(payment.id));
    expect((await deliver(house, eventFor(payment.id, { type: 'payment.cancelled' }))).status).toBe(200);
    expect((await fan.api.payment.payment(payment.id)).payment.status).toBe('succeeded');
    expect(await balanceOf(fan)).toBe(WELCOME + COINS + BONUS);
  });

  it('keeps unknown fields of a provider’s event from mattering, and credits nobody for a payment that never was', async () => {
    const fan = await house.register();
    expect(
      (await deliver(house, eventFor((await open(fan)).id, { livemode: false, extra: { deep: [1] } }))).status,
    ).toBe(200);
    expect((await deliver(house, eventFor(randomUUID()))).status).toBe(200);
    expect(await house.world.query(`SELECT 1 AS one FROM webhook_event WHERE state = 'waiting'`)).toEqual([{ one: 1 }]);
  });

  it('sells only packs that are on sale', async () => {
    const fan = await house.register();
    const gone = await house.world.addPack();
    await house.world.query('UPDATE coin_pack SET active = false WHERE id = $1', [gone]);
    await expect(fan.api.payment.sandboxCheckout({ packId: gone, currency: 'USD' })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await fan.api.payment.packs()).packs.map((pack) => pack.id)).toEqual([packId]);
  });
});
