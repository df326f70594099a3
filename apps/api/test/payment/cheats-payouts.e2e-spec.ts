import { randomUUID } from 'node:crypto';
import type { Actor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import { faultsIn } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { accomplice, buy, matureAll, poorFan, press, purseOf, tip } from '../support/cheats.ts';
import { codeOf, once } from '../support/movements.ts';
import { asAdmin, PAYS } from '../support/payouts.ts';
import { coins } from '../support/wallets.ts';

const BOUGHT = coins(10_000);
const TIPPED = coins(9_000);
const TIP = coins(500);
/** 70 % of the tips. Of what matured within the last month a tenth stays back. */
const EARNED = coins(6_300);
const RESERVED = coins(630);

/** Stolen cards buy coins, a friend's stage earns them, and the bank takes the money back. */
describe('whoever takes their money back from a friend who asks to be paid', () => {
  let house: House;
  let admin: Actor;
  let packId: string;

  beforeAll(async () => {
    house = await openHouse({ PAYOUT_INTERVAL_MS: '100' });
    admin = await asAdmin(house, await house.register('House manager'));
    packId = randomUUID();
    await house.world.query(
      `INSERT INTO coin_pack (id, name, description, coins_microcoins, bonus_microcoins, usd_minor, inr_minor)
       VALUES ($1, 'Chest', 'Much', $2, 0, 8999, 699900)`,
      [packId, BOUGHT],
    );
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  /** A fan who bought and tipped, and a creator whose shares have matured and who asks for all of them. */
  const asked = async () => {
    const [fan, friend] = [await poorFan(house), await accomplice(house)];
    const paymentId = await buy(fan, packId);
    for (let left = TIPPED; left > 0; left -= TIP) await tip(fan, friend.handle, TIP);
    await matureAll(house, friend.userId);
    await friend.api.payouts.saveProfile({ legalName: 'A Friend', country: 'DE', taxId: randomUUID().slice(0, 12) });
    const { destination } = await friend.api.payouts.openDestination({
      provider: 'sandbox',
      currency: 'USD',
      account: PAYS,
    });
    const request = () => friend.api.payouts.request({ all: true, destinationId: destination.id }, once());
    return { fan, friend, paymentId, request, payout: await request() };
  };

  it('while it is looked over, sees it turned down, and the next one looked over as well', async () => {
    const { fan, friend, paymentId, request, payout } = await asked();
    expect(payout).toMatchObject({ status: 'requested', inReview: true });
    const { items } = await admin.api.admin.payouts.list();
    expect(items.find((item) => item.payout.id === payout.id)?.reviewReasons).toEqual([
      'first_payout',
      'concentrated_payers',
    ]);
    await press(fan, paymentId, 'disputed');
    expect(await purseOf(house, fan)).toEqual({ owed: TIPPED });
    await admin.api.admin.payouts.reject(payout.id, { reason: 'The one payer took the money back' });
    expect(await purseOf(house, friend)).toEqual({ earnings: EARNED });
    expect(await request()).toMatchObject({ inReview: true });
    expect(await house.world.query('SELECT 1 FROM payout WHERE status IN ($1, $2)', ['in_flight', 'paid'])).toEqual([]);
  });

  it('after it was paid, owes all of it, can do nothing until that is settled, and nothing is paid twice', async () => {
    const { fan, friend, paymentId, request, payout } = await asked();
    await admin.api.admin.payouts.approve(payout.id);
    const isPaid = async () => (await friend.api.payouts.get(payout.id)).payout.status === 'paid';
    await until('the payout to arrive', isPaid);
    await press(fan, paymentId, 'disputed');
    expect(await purseOf(house, fan)).toEqual({ owed: TIPPED });
    expect(await codeOf(tip(fan, friend.handle, coins(1)))).toBe('spending_blocked');
    expect(await purseOf(house, friend)).toEqual({ earnings: RESERVED });
    expect(await codeOf(request())).toBe('payout_below_minimum');
    // The bank sides with the card's owner: nothing more happens.
    await press(fan, paymentId, 'dispute_lost');
    expect(await purseOf(house, fan)).toEqual({ owed: TIPPED });
    // Whoever comes back pays what is owed first.
    await buy(fan, packId);
    expect(await purseOf(house, fan)).toEqual({ coins: BOUGHT - TIPPED });
    expect((await tip(fan, friend.handle, coins(1))).kind).toBe('tip');
  });
});
