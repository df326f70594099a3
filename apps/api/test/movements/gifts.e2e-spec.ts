import type { ApiError } from '@troupe/api-client';
import type { Cast } from '@troupe/test-kit/world';
import { faultsIn, setBonus } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { codeOf, expectRefused, handleOf, once, withOldCoins } from '../support/movements.ts';
import { bucketsOf, buyCoins, coins, giveMatured } from '../support/wallets.ts';

describe('a gift', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse();
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  it('moves bought coins, tells both sides who it was, and shows on both sockets', async () => {
    const [fan, friend] = await Promise.all([withOldCoins(house, 100), house.register('Kim')]);
    const socket = await friend.openSocket();
    const gift = await fan.api.coin.transfer(
      { toHandle: `@${handleOf(friend).toUpperCase()}`, amountMicrocoins: coins(20), note: 'For the front row' },
      once(),
    );
    expect(gift).toMatchObject({ kind: 'gift', amountMicrocoins: coins(20), bonusPartMicrocoins: 0 });
    expect(await bucketsOf(house.world, fan.userId)).toMatchObject({ coins: coins(80) });
    expect(await bucketsOf(house.world, friend.userId)).toMatchObject({ coins: coins(20) });
    expect(socket.eventsOf('balance').at(-1)).toMatchObject({ coinsMicrocoins: coins(20) });
    const [sent] = (await fan.api.coin.transactions(fan.userId)).items;
    expect(sent).toMatchObject({
      kind: 'gift',
      amountMicrocoins: -coins(20),
      balanceAfterMicrocoins: coins(80),
      counterpart: { handle: handleOf(friend), name: 'Kim' },
      note: 'For the front row',
    });
    const [got] = (await friend.api.coin.transactions(friend.userId)).items;
    expect(got).toMatchObject({
      kind: 'gift',
      amountMicrocoins: coins(20),
      counterpart: { handle: handleOf(fan), name: 'Robin' },
    });
  });

  it('is refused for a handle that nobody has, for oneself, and for amounts that are none, each with its own code', async () => {
    const [fan, friend] = await Promise.all([withOldCoins(house, 600), house.register()]);
    const give = (toHandle: string, amountMicrocoins: number) => () =>
      fan.api.coin.transfer({ toHandle, amountMicrocoins }, once());
    const to = handleOf(friend);
    await expectRefused(house, 'not_found', [fan], give('nobody_at_all', coins(1)));
    await expectRefused(house, 'recipient_is_self', [fan], give(handleOf(fan), coins(1)));
    for (const amount of [0, -coins(1), 0.5, coins(1) - 1, coins(500) + 1, 1e300, Number.MAX_SAFE_INTEGER]) {
      await expectRefused(house, 'amount_out_of_range', [fan, friend], give(to, amount));
    }
    await expectRefused(house, 'amount_not_whole', [fan, friend], give(to, coins(1) + 0.5));
    for (const amount of [Number.NaN, Number.POSITIVE_INFINITY, '1000000' as unknown as number]) {
      await expectRefused(house, 'validation_failed', [fan, friend], give(to, amount));
    }
    for (const note of ['', 'x'.repeat(141), 'nul\0', 'two\nlines', '\ud800']) {
      await expectRefused(house, 'validation_failed', [fan, friend], () =>
        fan.api.coin.transfer({ toHandle: to, amountMicrocoins: coins(1), note }, once()),
      );
    }
  });

  it('moves neither bonus nor coins that are not there, and nothing from a blocked wallet', async () => {
    const [fan, friend] = await Promise.all([withOldCoins(house, 10), house.register()]);
    await setBonus(house.world, fan.userId, coins(50));
    const give = (count: number) => () =>
      fan.api.coin.transfer({ toHandle: handleOf(friend), amountMicrocoins: coins(count) }, once());
    await expectRefused(house, 'insufficient_coins', [fan, friend], give(11));
    await house.world.query('UPDATE wallet SET suspended = true WHERE owner_id = $1', [fan.userId]);
    await expectRefused(house, 'spending_blocked', [fan, friend], give(1));
    await house.world.query('UPDATE wallet SET suspended = false WHERE owner_id = $1', [fan.userId]);
    expect(await codeOf(give(10)())).toBe('done');
  });

  it('leaves young coins where they are, also behind old ones that were spent', async () => {
    const [fan, friend] = await Promise.all([withOldCoins(house, 30), house.register()]);
    await buyCoins(house.world, fan.userId, coins(100));
    const give = (count: number) => () =>
      fan.api.coin.transfer({ toHandle: handleOf(friend), amountMicrocoins: coins(count) }, once());
    expect((await fan.api.coin.giftAllowance()).mostMicrocoins).toBe(coins(30));
    await expectRefused(house, 'coins_too_young', [fan, friend], give(31));
    await fan.api.coin.tip({ personaId: cast.personaId, amountMicrocoins: coins(20) }, once());
    const refusal = await fan.api.coin
      .transfer({ toHandle: handleOf(friend), amountMicrocoins: coins(11) }, once())
      .catch((error: ApiError) => error);
    expect(refusal).toMatchObject({ code: 'coins_too_young', details: { mostMicrocoins: coins(10) } });
    expect(await codeOf(give(10)())).toBe('done');
    await expectRefused(house, 'coins_too_young', [fan, friend], give(1));
  });

  it('may be made of coins that came back: they are no new ones', async () => {
    const fan = await withOldCoins(house, 30);
    const tip = await fan.api.coin.tip({ personaId: cast.personaId, amountMicrocoins: coins(20) }, once());
    expect((await fan.api.coin.giftAllowance()).mostMicrocoins).toBe(coins(10));
    await house.world.query('SELECT * FROM ledger_reverse($1)', [tip.journalId]);
    expect((await fan.api.coin.giftAllowance()).mostMicrocoins).toBe(coins(30));
  });

  it('can’t be passed on: coins that were given or swapped stay with whoever got them', async () => {
    const [fan, friend, third] = await Promise.all([withOldCoins(house, 30), house.register(), house.register()]);
    await fan.api.coin.transfer({ toHandle: handleOf(friend), amountMicrocoins: coins(30) }, once());
    await giveMatured(house.world, friend.userId, coins(40), 'earnings');
    await friend.api.coin.swap({ from: 'earnings', amountMicrocoins: coins(40) }, once());
    await expectRefused(house, 'coins_too_young', [friend, third], () =>
      friend.api.coin.transfer({ toHandle: handleOf(third), amountMicrocoins: coins(1) }, once()),
    );
  });

  it('keeps a rolling day’s limit, also against ten at once, and never overdraws', async () => {
    const [fan, friend] = await Promise.all([withOldCoins(house, 1_000), house.register()]);
    const give = (count: number) =>
      codeOf(fan.api.coin.transfer({ toHandle: handleOf(friend), amountMicrocoins: coins(count) }, once()));
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => give(90)));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'gift_limit_reached')).toHaveLength(5);
    expect(await give(50)).toBe('done');
    expect(await give(1)).toBe('gift_limit_reached');
    const poor = await withOldCoins(house, 25);
    const races = await Promise.all(
      Array.from({ length: 10 }, () =>
        codeOf(poor.api.coin.transfer({ toHandle: handleOf(friend), amountMicrocoins: coins(10) }, once())),
      ),
    );
    expect(races.filter((outcome) => outcome === 'done')).toHaveLength(2);
    expect(races.filter((outcome) => outcome === 'insufficient_coins')).toHaveLength(8);
  });

  it('crosses another one in the opposite direction without a deadlock', async () => {
    const [ann, bob] = await Promise.all([withOldCoins(house, 100), withOldCoins(house, 100)]);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => {
        const [from, to] = turn % 2 === 0 ? [ann, bob] : [bob, ann];
        return codeOf(from.api.coin.transfer({ toHandle: handleOf(to), amountMicrocoins: coins(1) }, once()));
      }),
    );
    expect(outcomes).toEqual(Array.from({ length: 20 }, () => 'done'));
    expect(await bucketsOf(house.world, ann.userId)).toMatchObject({ coins: coins(100) });
  });
});
