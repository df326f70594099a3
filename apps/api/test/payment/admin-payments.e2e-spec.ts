import { randomUUID } from 'node:crypto';
import type { PackRequest, PromotionRequest } from '@troupe/contracts/http/admin-payments';
import { type Actor, actorOf } from '@troupe/test-kit/actors';
import { faultsIn } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { deliver, eventFor } from '../support/payments.ts';

const BOUGHT = 140_000_000;
const PACK: PackRequest = {
  name: 'Matinee',
  description: 'For an afternoon',
  coinsMicrocoins: 200_000_000,
  bonusMicrocoins: 0,
  usdMinor: 199,
  inrMinor: 15_900,
  stripePriceId: null,
  highlighted: false,
  active: true,
  position: 9,
};
const PROMOTION: PromotionRequest = {
  name: 'Opening night',
  code: 'OPENING',
  firstPurchase: false,
  bonusPercent: 25,
  bonusMicrocoins: 0,
  startsAt: '2026-01-01T00:00:00.000Z',
  endsAt: null,
  usesMax: null,
  usesPerUserMax: 1,
  active: true,
};

describe('what admins do with payments', () => {
  let house: House;
  let admin: Actor;
  let packId: string;

  beforeAll(async () => {
    house = await openHouse();
    packId = await house.world.addPack();
    const someone = await house.register('House manager');
    await house.world.query("UPDATE app_user SET roles = '{fan,admin}' WHERE id = $1", [someone.userId]);
    const renewed = await someone.api.auth.refresh({ refreshToken: someone.session.refreshToken });
    admin = await actorOf(house.origin, { add: () => undefined }, { ...someone.session, ...renewed });
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const open = async (fan: Actor, promotionCode?: string) =>
    (
      await fan.api.payment.sandboxCheckout({
        packId,
        currency: 'USD',
        ...(promotionCode === undefined ? {} : { promotionCode }),
      })
    ).payment;
  const pay = async (fan: Actor, paymentId: string) =>
    (await fan.api.payment.sandboxConfirm({ paymentId, outcome: 'succeeded' })).payment;
  const balanceOf = async (fan: Actor) => (await fan.api.coin.balance(fan.userId)).balanceMicrocoins;
  const refund = (paymentId: string, amountMinor?: number, idempotencyKey: string = randomUUID()) =>
    admin.api.admin.refund(
      paymentId,
      { reason: 'Bought twice', ...(amountMinor === undefined ? {} : { amountMinor }) },
      { idempotencyKey },
    );

  it('gives money back in parts to the last cent, and the coins follow it to the last microcoin', async () => {
    const fan = await house.register();
    const payment = await pay(fan, (await open(fan)).id);
    const welcome = (await balanceOf(fan)) - 110_000_000;
    expect((await refund(payment.id, 33)).payment).toMatchObject({ refundedMinor: 33, status: 'succeeded' });
    expect(await balanceOf(fan)).toBe(BOUGHT - Math.floor((110_000_000 * 33) / 99));
    await refund(payment.id, 33);
    expect((await refund(payment.id)).payment).toMatchObject({ refundedMinor: 99 });
    expect(await balanceOf(fan)).toBe(welcome);
    await expect(refund(payment.id)).rejects.toMatchObject({ code: 'payment_refused' });
  });

  it('gives nothing back twice for one key, or more than is left, or what nobody paid', async () => {
    const fan = await house.register();
    const unpaid = await open(fan);
    await expect(refund(unpaid.id)).rejects.toMatchObject({ code: 'payment_refused' });
    const payment = await pay(fan, unpaid.id);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => refund(payment.id, 60, key)));
    expect(answers.map((answer) => answer.payment.refundedMinor)).toEqual(Array(5).fill(60));
    await expect(refund(payment.id, 40)).rejects.toMatchObject({ code: 'payment_refused' });
    await expect(refund(randomUUID())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('lists what could not be acted on, shows what came, and does it again once it can be', async () => {
    const fan = await house.register();
    const payment = await open(fan);
    const event = eventFor(payment.id, { amountMinor: 1 });
    await deliver(house, event);
    const [failed] = (await admin.api.admin.events()).items;
    expect(failed).toMatchObject({ eventId: event.id, errorCode: 'payment_mismatch', tries: 1 });
    expect(failed?.retryAt).not.toBeNull();
    const named = { provider: 'sandbox', eventId: event.id } as const;
    expect(JSON.parse((await admin.api.admin.event(named)).body ?? '')).toEqual(event);
    expect((await admin.api.admin.replay(named)).event).toMatchObject({ state: 'failed', tries: 2 });
    // What was agreed is set right in the database, as one would after a look at the provider's dashboard.
    await house.world.query('UPDATE payment SET amount_minor = 1 WHERE id = $1', [payment.id]);
    expect((await admin.api.admin.replay(named)).event).toMatchObject({ state: 'applied', paymentId: payment.id });
    expect(await balanceOf(fan)).toBe(BOUGHT);
    expect((await admin.api.admin.replay(named)).event).toMatchObject({ state: 'applied', tries: 3 });
    expect(await balanceOf(fan)).toBe(BOUGHT);
    await expect(admin.api.admin.event({ ...named, eventId: 'evt_none' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('changes what is sold, and nothing that was agreed before; no coin is sold for less than a creator gets', async () => {
    const fan = await house.register();
    const { pack } = await admin.api.admin.addPack(PACK);
    expect((await fan.api.payment.packs()).packs.map(({ name }) => name)).toContain('Matinee');
    const checkout = await fan.api.payment.sandboxCheckout({ packId: pack.id, currency: 'INR' });
    await admin.api.admin.changePack(pack.id, { ...PACK, coinsMicrocoins: 150_000_000, active: false });
    expect((await fan.api.payment.packs()).packs.map(({ name }) => name)).not.toContain('Matinee');
    const before = await balanceOf(fan);
    await pay(fan, checkout.payment.id);
    expect((await balanceOf(fan)) - before).toBe(PACK.coinsMicrocoins);
    await expect(admin.api.admin.addPack(PACK)).rejects.toMatchObject({ code: 'name_taken' });
    await expect(admin.api.admin.addPack({ ...PACK, name: 'Giveaway', usdMinor: 100 })).rejects.toMatchObject({
      code: 'price_too_low',
    });
    await expect(admin.api.admin.changePack(randomUUID(), { ...PACK, name: 'No one' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('makes promotions that add bonus, once per buyer however many checkouts are open', async () => {
    const fan = await house.register();
    await admin.api.admin.addPromotion(PROMOTION);
    const before = await balanceOf(fan);
    const payments = await Promise.all([open(fan, 'opening'), open(fan, 'OPENING'), open(fan, 'Opening')]);
    expect(payments.map((payment) => payment.bonusMicrocoins)).toEqual(Array(3).fill(35_000_000));
    await Promise.all(payments.map((payment) => pay(fan, payment.id)));
    expect((await balanceOf(fan)) - before).toBe(3 * 110_000_000 + 25_000_000);
    await expect(open(fan, 'OPENING')).rejects.toMatchObject({ code: 'promotion_not_available' });
    await expect(open(fan, 'NOSUCHCODE')).rejects.toMatchObject({ code: 'promotion_not_available' });
    await expect(admin.api.admin.addPromotion(PROMOTION)).rejects.toMatchObject({ code: 'name_taken' });
    await expect(
      admin.api.admin.addPromotion({ ...PROMOTION, code: 'NOTHING', bonusPercent: 0 }),
    ).rejects.toMatchObject({ code: 'validation_failed' });
    expect((await admin.api.admin.promotions()).promotions).toMatchObject([{ code: 'OPENING', uses: 1 }]);
  });

  it('is not there for anybody else', async () => {
    const fan = await house.register();
    const payment = await pay(fan, (await open(fan)).id);
    const attempts = [
      fan.api.admin.events(),
      fan.api.admin.packs(),
      fan.api.admin.promotions(),
      fan.api.admin.addPack(PACK),
      fan.api.admin.refund(payment.id, { reason: 'mine' }, { idempotencyKey: randomUUID() }),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
  });
});
