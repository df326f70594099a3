import { faultsIn } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import {
  accomplice,
  buy,
  matureAll,
  type Platform,
  platformOf,
  platformSince,
  poorFan,
  press,
  purseOf,
  refundPart,
  tip,
} from '../support/cheats.ts';
import { codeOf, handleOf, once } from '../support/movements.ts';
import { buyCoins, coins } from '../support/wallets.ts';

/** Each of these people tries to end with more than they paid for. The pack: 100 coins and 10 bonus for 99 cents; of a tip the creator gets 70 %. */
describe('whoever takes their money back', () => {
  let house: House;
  let packId: string;
  let before: Platform;

  beforeAll(async () => {
    house = await openHouse();
    packId = await house.world.addPack();
  });
  afterAll(async () => house.close());
  beforeEach(async () => {
    before = await platformOf(house);
  });
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const nothing: Platform = { revenue: 0, promotions: 0, issued: 0, cash: 0, liability: 0 };
  const thief = async () => {
    const [fan, friend] = [await poorFan(house), await accomplice(house)];
    return { fan, friend, paymentId: await buy(fan, packId) };
  };

  it('unspent, has nothing, and the platform is as it was', async () => {
    const { fan, paymentId } = await thief();
    await press(fan, paymentId, 'refunded');
    expect(await purseOf(house, fan)).toEqual({});
    expect(await platformSince(house, before)).toEqual(nothing);
  });

  it('after spending the bonus, pays for it in coins', async () => {
    const { fan, friend, paymentId } = await thief();
    await tip(fan, friend.handle, coins(10));
    await press(fan, paymentId, 'refunded');
    expect(await purseOf(house, fan)).toEqual({ owed: coins(10) });
    expect(await purseOf(house, friend)).toEqual({ maturingPromo: coins(7) });
    // The friend's share of bonus is bonus: it never becomes cash.
    expect(await platformSince(house, before)).toEqual({ ...nothing, promotions: -coins(3) });
  });

  it('after spending all, with a refund that was agreed to, owes all, and the creator keeps what was earned', async () => {
    const { fan, friend, paymentId } = await thief();
    await tip(fan, friend.handle, coins(110));
    await press(fan, paymentId, 'refunded');
    expect(await purseOf(house, fan)).toEqual({ owed: coins(110) });
    expect(await purseOf(house, friend)).toEqual({ maturing: coins(70), maturingPromo: coins(7) });
    expect(await platformSince(house, before)).toEqual({ ...nothing, revenue: coins(30), promotions: -coins(3) });
  });

  it('by a dispute, takes the accomplice along: the shares go, and don’t mature', async () => {
    const { fan, friend, paymentId } = await thief();
    await tip(fan, friend.handle, coins(60));
    await tip(fan, friend.handle, coins(50));
    await press(fan, paymentId, 'disputed');
    expect(await purseOf(house, fan)).toEqual({ owed: coins(40) });
    expect(await purseOf(house, friend)).toEqual({ maturingPromo: coins(7) });
    await matureAll(house, friend.userId);
    expect(await purseOf(house, friend)).toEqual({ promo: coins(7) });
    await press(fan, paymentId, 'dispute_lost');
    expect(await purseOf(house, friend)).toEqual({ promo: coins(7) });
    expect(await platformSince(house, before)).toEqual({ ...nothing, revenue: coins(30), promotions: -coins(3) });
  });

  it('by a dispute, loses the newest shares first and no more than was disputed', async () => {
    const { fan, friend, paymentId } = await thief();
    const old = await accomplice(house);
    await buyCoins(house.world, fan.userId, coins(90));
    await tip(fan, old.handle, coins(110));
    await tip(fan, friend.handle, coins(90));
    await press(fan, paymentId, 'disputed');
    expect(await purseOf(house, friend)).toEqual({});
    expect(await purseOf(house, old)).toEqual({ maturing: coins(70 - 47), maturingPromo: coins(7) });
    expect(await purseOf(house, fan)).toEqual({});
  });

  it('after the shares have matured, owes all of it, and so does not spend, give, tip or swap again', async () => {
    const { fan, friend, paymentId } = await thief();
    await tip(fan, friend.handle, coins(110));
    await matureAll(house, friend.userId);
    await press(fan, paymentId, 'disputed');
    expect(await purseOf(house, fan)).toEqual({ owed: coins(110) });
    expect(await purseOf(house, friend)).toEqual({ earnings: coins(70), promo: coins(7) });
    await buyCoins(house.world, fan.userId, coins(500), 8);
    const codes = [
      await codeOf(tip(fan, friend.handle, coins(1))),
      await codeOf(fan.api.coin.transfer({ toHandle: handleOf(friend), amountMicrocoins: coins(1) }, once())),
      await codeOf(fan.api.coin.swap({ from: 'earnings', amountMicrocoins: coins(1) }, once())),
    ];
    expect(codes).toEqual(Array(3).fill('spending_blocked'));
    expect(await purseOf(house, fan)).toEqual({ coins: coins(500), owed: coins(110) });
  });

  it('after a swap by the accomplice, who keeps what had matured, and no maturing share', async () => {
    const { fan, friend, paymentId } = await thief();
    await tip(fan, friend.handle, coins(60));
    await matureAll(house, friend.userId);
    await friend.api.coin.swap({ from: 'earnings', amountMicrocoins: coins(35) }, once());
    await tip(fan, friend.handle, coins(50));
    await press(fan, paymentId, 'disputed');
    expect(await purseOf(house, friend)).toEqual({ coins: coins(35), promo: coins(7) });
    expect(await purseOf(house, fan)).toEqual({ owed: coins(75) });
  });

  it('after a gift, owes it, and could only give what was bought long ago', async () => {
    const { fan, friend, paymentId } = await thief();
    const give = (amount: number) =>
      fan.api.coin.transfer({ toHandle: handleOf(friend), amountMicrocoins: amount }, once());
    expect(await codeOf(give(coins(1)))).toBe('coins_too_young');
    await buyCoins(house.world, fan.userId, coins(20), 8);
    await give(coins(20));
    await press(fan, paymentId, 'disputed');
    expect(await purseOf(house, fan)).toEqual({});
    expect(await purseOf(house, friend)).toEqual({ coins: coins(20) });
  });

  it('and loses the dispute against us, gets everything back that was taken; the share matures again', async () => {
    const { fan, friend, paymentId } = await thief();
    await tip(fan, friend.handle, coins(90));
    await press(fan, paymentId, 'disputed');
    expect(await purseOf(house, friend)).toEqual({ maturingPromo: coins(7) });
    expect(await purseOf(house, fan)).toEqual({ owed: coins(34) });
    await matureAll(house, friend.userId);
    await press(fan, paymentId, 'dispute_won');
    expect(await purseOf(house, fan)).toEqual({ coins: coins(20) });
    expect(await purseOf(house, friend)).toEqual({ promo: coins(7), maturing: coins(56) });
    await matureAll(house, friend.userId);
    expect(await purseOf(house, friend)).toEqual({ promo: coins(7), earnings: coins(56) });
    const given = { revenue: coins(24), promotions: coins(7), issued: coins(100), cash: 99, liability: 99 };
    expect(await platformSince(house, before)).toEqual(given);
  });

  it('pays the debt with the next purchase, and a dispute that is won then returns it as coins', async () => {
    const { fan, friend, paymentId } = await thief();
    await tip(fan, friend.handle, coins(110));
    await matureAll(house, friend.userId);
    await press(fan, paymentId, 'disputed');
    await buy(fan, packId);
    expect(await purseOf(house, fan)).toEqual({ bonus: coins(10), owed: coins(10) });
    await buy(fan, packId);
    expect(await purseOf(house, fan)).toEqual({ bonus: coins(20), coins: coins(90) });
    expect(await codeOf(tip(fan, friend.handle, coins(1)))).toBe('done');
    await press(fan, paymentId, 'dispute_won');
    expect(await purseOf(house, fan)).toEqual({ bonus: coins(19), coins: coins(200) });
  });

  it('twice, by a refund and a dispute of the same payment, gives it back once', async () => {
    const { fan, paymentId } = await thief();
    await buyCoins(house.world, fan.userId, coins(500));
    await refundPart(house, paymentId, 33);
    await press(fan, paymentId, 'disputed');
    await refundPart(house, paymentId, 99);
    await press(fan, paymentId, 'dispute_lost');
    expect(await purseOf(house, fan)).toEqual({ coins: coins(500) });
    expect(await platformSince(house, before)).toEqual({ ...nothing, issued: coins(500) });
    const [row] = await house.world.query('SELECT taken_minor, refunded_minor FROM payment WHERE id = $1', [paymentId]);
    expect(row).toEqual({ taken_minor: 99, refunded_minor: 99 });
  });

  it('bit by bit, gives back exactly everything', async () => {
    const { fan, paymentId } = await thief();
    for (let sevens = 0; sevens < 14; sevens += 1) await refundPart(house, paymentId, 7);
    const left = await purseOf(house, fan);
    // 98 of 99 parts of 100 coins and of 10, each rounded down once: never coins without the money for them.
    const gone = (whole: number) => Math.floor((coins(whole) * 98) / 99);
    expect(left).toEqual({ coins: coins(100) - gone(100), bonus: coins(10) - gone(10) });
    await refundPart(house, paymentId, 1);
    await refundPart(house, paymentId, 1);
    expect(await purseOf(house, fan)).toEqual({});
    expect(await platformSince(house, before)).toEqual(nothing);
  });

  it('in many small disputes at once, loses a share that all of them reach for once', async () => {
    const [fan, friend] = [await poorFan(house), await accomplice(house)];
    const payments = [await buy(fan, packId), await buy(fan, packId), await buy(fan, packId)];
    await tip(fan, friend.handle, coins(330));
    await Promise.all(payments.map((paymentId) => press(fan, paymentId, 'disputed')));
    expect(await purseOf(house, friend)).toEqual({ maturingPromo: coins(21) });
    expect(await purseOf(house, fan)).toEqual({ owed: coins(330 - 210) });
    await Promise.all(payments.map((paymentId) => press(fan, paymentId, 'dispute_won')));
    expect(await purseOf(house, friend)).toEqual({ maturing: coins(210), maturingPromo: coins(21) });
    expect(await purseOf(house, fan)).toEqual({});
  });

  it('of a message that is then refunded too, does not get it twice', async () => {
    const { fan, friend, paymentId } = await thief();
    const { journalId } = await tip(fan, friend.handle, coins(110));
    await press(fan, paymentId, 'disputed');
    expect(await purseOf(house, fan)).toEqual({ owed: coins(40) });
    await house.world.query('SELECT outcome FROM ledger_reverse($1)', [journalId]);
    expect(await purseOf(house, friend)).toEqual({});
    expect(await purseOf(house, fan)).toEqual({ coins: coins(100), bonus: coins(10), owed: coins(110) });
    expect(await platformSince(house, before)).toEqual(nothing);
  });
});
