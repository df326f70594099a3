import { randomUUID } from 'node:crypto';
import type { Actor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import { faultsIn, setBonus } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { matureAll } from '../support/cheats.ts';
import { codeOf, once } from '../support/movements.ts';
import { asAdmin, giveEarnings, type Payee, payeeWith, standingOf } from '../support/payouts.ts';
import { buyCoins, coins } from '../support/wallets.ts';

describe('a review of payouts', () => {
  let house: House;
  let admin: Actor;

  beforeAll(async () => {
    house = await openHouse({ PAYOUT_INTERVAL_MS: '100' });
    admin = await asAdmin(house, await house.register('Stage Manager'));
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const requestAll = (payee: Payee) =>
    payee.api.payouts.request({ all: true, destinationId: payee.destinationId }, once());
  const stage = async (payee: Payee): Promise<string> => {
    const handle = `stage_${randomUUID().slice(0, 8)}`;
    await house.world.query("INSERT INTO creator (user_id, handle, display_name) VALUES ($1, $2, 'S')", [
      payee.userId,
      handle,
    ]);
    return handle;
  };
  /** So many coins of a fan, as tips. */
  const tip = async (fan: Actor, creatorHandle: string, count: number): Promise<void> => {
    await setBonus(house.world, fan.userId, 0);
    await buyCoins(house.world, fan.userId, coins(count), 8);
    for (let left = count; left > 0; left -= 500) {
      await fan.api.coin.tip({ creatorHandle, amountMicrocoins: coins(Math.min(left, 500)) }, once());
    }
  };
  const mature = (payee: Payee) => matureAll(house, payee.userId);
  /** Has had a payout before: from here on only what is new counts. */
  const paidOnce = async (payee: Payee): Promise<Payee> => {
    const { id } = await requestAll(payee);
    await admin.api.admin.payouts.approve(id);
    await until('the first one to be paid', async () => (await payee.api.payouts.get(id)).payout.status === 'paid');
    return payee;
  };

  it('comes before the first payout; the next one goes by itself, and is reviewed again when few payers stand behind it', async () => {
    const payee = await paidOnce(await payeeWith(house, 2_500));
    const handle = await stage(payee);
    await giveEarnings(house.world, payee.userId, coins(2_500), 40);
    const second = await requestAll(payee);
    expect(second).toMatchObject({ inReview: false });
    const [main, ...others] = await Promise.all(Array.from({ length: 4 }, () => house.register('Fan')));
    await tip(main as Actor, handle, 7_500);
    await mature(payee);
    // 5,250 coins of one payer.
    const third = await requestAll(payee);
    expect(third).toMatchObject({ status: 'requested', inReview: true });
    const queue = await admin.api.admin.payouts.list();
    expect(queue.items).toMatchObject([
      { payout: { id: third.id }, reviewReasons: ['concentrated_payers'], userId: payee.userId },
    ]);
    await payee.api.payouts.cancel(third.id);
    // Others together earn it as much: three of four still pay more than half of it.
    for (const fan of others) await tip(fan, handle, 500);
    await mature(payee);
    expect((await payee.api.payouts.overview()).willBeReviewed).toBe(true);
  });

  it('is not needed where what a few payers pay is too little to look at', async () => {
    const payee = await paidOnce(await payeeWith(house, 2_500));
    await giveEarnings(house.world, payee.userId, coins(3_000), 40);
    await tip(await house.register(), await stage(payee), 7_142);
    await mature(payee);
    expect((await payee.api.payouts.overview()).willBeReviewed).toBe(false);
    expect(await requestAll(payee)).toMatchObject({ inReview: false });
  });

  it('approves nothing that a payer with the same identity paid for, whenever it is found out', async () => {
    const taxId = 'AB123456';
    const payee = await payeeWith(house, 3_000, { taxId });
    const fan = await house.register('Fan');
    await tip(fan, await stage(payee), 500);
    const { id } = await requestAll(payee);
    await fan.api.payouts.saveProfile({ legalName: 'Another Name', country: 'DE', taxId: 'ab-123 456' });
    expect(await codeOf(admin.api.admin.payouts.approve(id))).toBe('payout_related_payer');
    expect((await payee.api.payouts.get(id)).payout.inReview).toBe(true);
    await admin.api.admin.payouts.reject(id, { reason: 'The payer is the payee' });
    expect(await codeOf(requestAll(payee))).toBe('payout_related_payer');
    expect(await standingOf(house.world, payee.userId)).toEqual({ earnings: coins(3_000), inFlight: 0 });
    // Who shares an identity and paid nothing is no payer.
    const twin = await payeeWith(house, 3_000, { taxId });
    expect(await requestAll(twin)).toMatchObject({ inReview: true });
  });

  it('decides once, with the reason, and leaves a trail', async () => {
    const payee = await payeeWith(house, 6_000);
    const request = () =>
      payee.api.payouts.request({ amountMicrocoins: coins(3_000), destinationId: payee.destinationId }, once());
    const [first, second] = [await request(), await request()];
    const rejected = await admin.api.admin.payouts.reject(first.id, { reason: 'Not yet' });
    expect(rejected.payout).toMatchObject({ status: 'rejected', rejectionReason: 'Not yet' });
    expect(await admin.api.admin.payouts.reject(first.id, { reason: 'Again' })).toEqual(rejected);
    expect(await codeOf(admin.api.admin.payouts.approve(first.id))).toBe('payout_already_decided');
    const codes = await Promise.all([
      codeOf(admin.api.admin.payouts.approve(second.id)),
      codeOf(admin.api.admin.payouts.approve(second.id)),
      codeOf(admin.api.admin.payouts.reject(second.id, { reason: 'Both at once' })),
    ]);
    const { payout, events } = await payee.api.payouts.get(second.id);
    expect(codes.filter((code) => code === 'done').length).toBeGreaterThan(0);
    expect(events.filter((event) => ['approved', 'rejected'].includes(event.kind))).toHaveLength(1);
    expect(await house.world.query('SELECT action, detail FROM audit_entry WHERE subject_id = $1', [first.id])).toEqual(
      [{ action: 'payout.rejected', detail: { reason: 'Not yet' } }],
    );
    expect(await house.world.query('SELECT actor_id FROM audit_entry WHERE subject_id = $1', [second.id])).toEqual([
      { actor_id: admin.userId },
    ]);
    const state = payout.status === 'rejected' ? 'rejected' : payout.status;
    expect((await admin.api.admin.payouts.list({ state })).items.map((item) => item.payout.id)).toContain(second.id);
    expect(await codeOf(admin.api.admin.payouts.approve(randomUUID()))).toBe('not_found');
    expect(await codeOf(admin.api.admin.payouts.reject(first.id, { reason: ' ' }))).toBe('validation_failed');
  });
});
