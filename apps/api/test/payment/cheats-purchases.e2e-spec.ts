import { randomUUID } from 'node:crypto';
import type { Actor } from '@troupe/test-kit/actors';
import { faultsIn } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import {
  accomplice,
  buy,
  matureAll,
  platformOf,
  platformSince,
  poorFan,
  press,
  purseOf,
  tip,
} from '../support/cheats.ts';
import { codeOf, handleOf, once, postRaw } from '../support/movements.ts';
import { deliver, eventFor } from '../support/payments.ts';
import { coins } from '../support/wallets.ts';

describe('whoever wants more than they pay for', () => {
  let house: House;
  let packId: string;

  beforeAll(async () => {
    house = await openHouse();
    packId = await house.world.addPack();
  });
  afterAll(async () => house.close());
  afterEach(async () => {
    await house.world.query('UPDATE promotion SET active = false');
    expect(await faultsIn(house.world)).toEqual([]);
  });

  const addPromotion = async (terms: {
    code?: string;
    first?: boolean;
    coins: number;
    usesMax?: number;
    perUser?: number;
  }) =>
    house.world.query(
      `INSERT INTO promotion (id, name, code, first_purchase, bonus_microcoins, uses_max, uses_per_user_max) VALUES ($1, 'Promotion', $2, $3, $4, $5, $6)`,
      [
        randomUUID(),
        terms.code ?? null,
        terms.first ?? false,
        coins(terms.coins),
        terms.usesMax ?? null,
        terms.perUser ?? 1,
      ],
    );
  const open = async (fan: Actor, promotionCode?: string): Promise<string> => {
    const asked = { packId, currency: 'USD' as const, ...(promotionCode === undefined ? {} : { promotionCode }) };
    return (await fan.api.payment.sandboxCheckout(asked)).payment.id;
  };
  const payAll = async (paymentIds: readonly string[]) => {
    const answers = await Promise.all(paymentIds.map((paymentId) => deliver(house, eventFor(paymentId))));
    expect(answers.map((answer) => answer.status)).toEqual(paymentIds.map(() => 200));
  };

  it('opens five checkouts for a first purchase and pays them all at once: one bonus', async () => {
    await addPromotion({ first: true, coins: 50 });
    const fan = await poorFan(house);
    const payments = await Promise.all(Array.from({ length: 5 }, () => open(fan)));
    await payAll(payments);
    expect(await purseOf(house, fan)).toEqual({ coins: coins(500), bonus: coins(50 + 50) });
    const told = (await fan.api.payment.history()).items.map((payment) => payment.bonusMicrocoins);
    expect(told.toSorted((a, b) => a - b)).toEqual([...Array(4).fill(coins(10)), coins(60)]);
  });

  it('holds two promotions for a first purchase against each other, and both payments come at once: one bonus', async () => {
    await addPromotion({ first: true, coins: 50 });
    await addPromotion({ first: true, code: 'HELLO', coins: 50 });
    for (let time = 0; time < 5; time += 1) {
      const fan = await poorFan(house);
      await payAll([await open(fan), await open(fan, 'hello')]);
      expect(await purseOf(house, fan)).toEqual({ coins: coins(200), bonus: coins(20 + 50) });
    }
  });

  it('gets the first purchase’s bonus once, though the first one was refunded', async () => {
    await addPromotion({ first: true, coins: 50 });
    const fan = await poorFan(house);
    const first = await buy(fan, packId);
    await press(fan, first, 'refunded');
    expect(await purseOf(house, fan)).toEqual({});
    await buy(fan, packId);
    expect(await purseOf(house, fan)).toEqual({ coins: coins(100), bonus: coins(10) });
  });

  it('shares the last use of a code with another: one of the two has it, and once is once per person', async () => {
    await addPromotion({ code: 'LAST1', coins: 30, usesMax: 1 });
    const fans = [await poorFan(house), await poorFan(house)];
    await payAll(await Promise.all(fans.map((fan) => open(fan, 'LAST1'))));
    const bonuses = await Promise.all(fans.map(async (fan) => (await purseOf(house, fan))['bonus']));
    expect(bonuses.toSorted((a = 0, b = 0) => a - b)).toEqual([coins(10), coins(40)]);
    await addPromotion({ code: 'ONCE', coins: 30 });
    const fan = await poorFan(house);
    await payAll([await open(fan, 'ONCE'), await open(fan, 'once')]);
    expect(await purseOf(house, fan)).toEqual({ coins: coins(200), bonus: coins(20 + 30) });
    expect(await codeOf(open(fan, 'ONCE'))).toBe('promotion_not_available');
  });

  it('gives back the promotion’s bonus with the rest, from coins where it was spent', async () => {
    await addPromotion({ code: 'BACK', coins: 30 });
    const [fan, friend] = [await poorFan(house), await accomplice(house)];
    const before = await platformOf(house);
    const paymentId = await buy(fan, packId, 'BACK');
    await tip(fan, friend.handle, coins(40));
    await press(fan, paymentId, 'refunded');
    expect(await purseOf(house, fan)).toEqual({ owed: coins(40) });
    expect(await platformSince(house, before)).toEqual({
      revenue: 0,
      promotions: -coins(12),
      issued: 0,
      cash: 0,
      liability: 0,
    });
  });

  it('sends bonus round by tips, gifts and swaps: none of it becomes earnings or coins', async () => {
    await addPromotion({ code: 'ROUND', coins: 500 });
    const [fan, friend] = [await poorFan(house), await accomplice(house)];
    await house.world.query("INSERT INTO creator (user_id, handle, display_name) VALUES ($1, 'round_trip', 'R')", [
      fan.userId,
    ]);
    await buy(fan, packId, 'ROUND');
    await tip(fan, friend.handle, coins(490));
    await matureAll(house, friend.userId);
    expect(await purseOf(house, friend)).toEqual({ promo: coins(343) });
    expect(await codeOf(friend.api.coin.swap({ from: 'earnings', amountMicrocoins: 1_000_000 }, once()))).toBe(
      'insufficient_earnings',
    );
    await friend.api.coin.swap({ from: 'promotional', amountMicrocoins: coins(343) }, once());
    const give = friend.api.coin.transfer({ toHandle: handleOf(fan), amountMicrocoins: coins(1) }, once());
    expect(await codeOf(give)).toBe('insufficient_coins');
    await tip(friend, 'round_trip', coins(343));
    await matureAll(house, fan.userId);
    expect(await purseOf(house, fan)).toEqual({ coins: coins(100), bonus: coins(20), promo: (coins(343) * 7) / 10 });
    expect(await purseOf(house, friend)).toEqual({});
  });

  it('presses on another’s payment, or on one that never was: it is not there', async () => {
    const [owner, stranger] = [await poorFan(house), await poorFan(house)];
    const paymentId = await open(owner);
    for (const outcome of ['succeeded', 'refunded', 'disputed', 'cancelled'] as const) {
      expect(await codeOf(press(stranger, paymentId, outcome))).toBe('not_found');
    }
    expect(await codeOf(press(stranger, randomUUID(), 'succeeded'))).toBe('not_found');
    expect(await codeOf(stranger.api.payment.payment(paymentId))).toBe('not_found');
    expect((await owner.api.payment.payment(paymentId)).payment.status).toBe('created');
    expect([await purseOf(house, owner), await purseOf(house, stranger)]).toEqual([{}, {}]);
  });

  it('names a price, coins or a status in the request: refused, or left unread', async () => {
    const fan = await poorFan(house);
    const extras = [
      { amountMinor: 1 },
      { price: { currency: 'USD', amountMinor: 1 } },
      { coinsMicrocoins: coins(1_000_000) },
      { bonusMicrocoins: coins(1_000_000) },
      { userId: randomUUID() },
      { currency: 'JPY' },
      { promotionCode: "A' OR 1=1" },
      { packId: randomUUID() },
    ];
    for (const extra of extras) {
      const { status } = await postRaw(house, fan, '/payment/sandbox/checkout', { packId, currency: 'USD', ...extra });
      expect([400, 404, 422]).toContain(status);
    }
    const paymentId = await open(fan);
    const press = await postRaw(house, fan, '/payment/sandbox/confirm', {
      paymentId,
      outcome: 'succeeded',
      amountMinor: 1,
    });
    expect([400, 422]).toContain(press.status);
    await house.world.query('UPDATE coin_pack SET usd_minor = 1, coins_microcoins = 1 WHERE id = $1', [packId]);
    await payAll([paymentId]);
    await house.world.query('UPDATE coin_pack SET usd_minor = 99, coins_microcoins = 100000000 WHERE id = $1', [
      packId,
    ]);
    expect(await purseOf(house, fan)).toEqual({ coins: coins(100), bonus: coins(10) });
  });

  it('is not paid for what nobody paid: refunds and disputes without money take and give nothing', async () => {
    const fan = await poorFan(house);
    const paymentId = await open(fan);
    const before = await platformOf(house);
    for (const outcome of ['refunded', 'disputed', 'dispute_won', 'dispute_lost'] as const) {
      expect(await codeOf(press(fan, paymentId, outcome))).toBe('payment_refused');
    }
    const dispute = { ref: randomUUID(), amountMinor: 99, status: 'won' };
    expect((await deliver(house, eventFor(paymentId, { type: 'dispute.updated', dispute }))).status).toBe(200);
    expect(await purseOf(house, fan)).toEqual({});
    expect(Object.values(await platformSince(house, before))).toEqual([0, 0, 0, 0, 0]);
  });

  it('is told of in another’s name: a refund that belongs to one payment takes nothing for a second', async () => {
    const [fan, other] = [await poorFan(house), await poorFan(house)];
    const [own, theirs] = [await buy(fan, packId), await buy(other, packId)];
    const refund = { ref: randomUUID(), amountMinor: 99, status: 'succeeded' };
    expect((await deliver(house, eventFor(own, { type: 'refund.updated', refund }))).status).toBe(200);
    expect((await deliver(house, eventFor(theirs, { type: 'refund.updated', refund }))).status).toBe(200);
    expect([await purseOf(house, fan), await purseOf(house, other)]).toEqual([
      {},
      { coins: coins(100), bonus: coins(10) },
    ]);
    const failed = await house.world.query(
      "SELECT error_code FROM webhook_event WHERE state = 'failed' AND refs @> $1",
      [[`sbx_${theirs}`]],
    );
    expect(failed).toEqual([{ error_code: 'payment_mismatch' }]);
  });
});
