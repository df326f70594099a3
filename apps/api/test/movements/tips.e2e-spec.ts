import { randomUUID } from 'node:crypto';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { earnedBy, faultsIn, setBonus } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { codeOf, expectRefused, once, withOldCoins } from '../support/movements.ts';
import { bucketsOf, coins } from '../support/wallets.ts';

describe('a tip', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse();
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  it('burns bonus first and splits each part like a message, the creator’s share floored and still maturing', async () => {
    const fan = await withOldCoins(house, 10);
    await setBonus(house.world, fan.userId, coins(5) + 1);
    const own = await house.world.addCast();
    const tip = await fan.api.coin.tip(
      { personaId: own.personaId, amountMicrocoins: coins(8), note: 'Encore' },
      once(),
    );
    expect(tip).toMatchObject({ bonusPartMicrocoins: coins(5) + 1, coinsPartMicrocoins: coins(3) - 1 });
    expect(await bucketsOf(house.world, fan.userId)).toMatchObject({ coins: coins(7) + 1, bonus: 0 });
    const legs = await house.world.query(
      'SELECT kind, credit & 31 AS code, amount::int AS amount FROM ledger_transfer WHERE journal = $1 ORDER BY kind',
      [tip.journalId],
    );
    expect(legs).toEqual([
      { kind: 31, code: '3', amount: 2_099_999 },
      { kind: 32, code: '1', amount: 900_000 },
      { kind: 33, code: '6', amount: 3_500_000 },
      { kind: 34, code: '2', amount: 1_500_001 },
    ]);
    const [entry] = (await fan.api.coin.transactions(fan.userId)).items;
    expect(entry).toMatchObject({
      kind: 'tip',
      amountMicrocoins: -coins(8),
      note: 'Encore',
      subject: { title: 'Orla' },
    });
  });

  it('finds a creator by handle, and refuses oneself, strangers to the stage and both targets at once', async () => {
    const fan = await withOldCoins(house, 10);
    const [creator] = await house.world.query<{ handle: string }>('SELECT handle FROM creator WHERE user_id = $1', [
      cast.creatorId,
    ]);
    const before = await earnedBy(house.world, cast.creatorId);
    await fan.api.coin.tip({ creatorHandle: `@${creator?.handle}`, amountMicrocoins: coins(1) }, once());
    expect((await earnedBy(house.world, cast.creatorId)).pending - before.pending).toBe(700_000);
    await house.world.query("INSERT INTO creator (user_id, handle, display_name) VALUES ($1, 'own_stage', 'Own')", [
      fan.userId,
    ]);
    const tip = (target: object) => () => fan.api.coin.tip({ ...target, amountMicrocoins: coins(1) }, once());
    await expectRefused(house, 'recipient_is_self', [fan], tip({ creatorHandle: 'own_stage' }));
    await expectRefused(house, 'not_found', [fan], tip({ creatorHandle: 'nobody_at_all' }));
    await expectRefused(house, 'not_found', [fan], tip({ personaId: randomUUID() }));
    await expectRefused(house, 'validation_failed', [fan], tip({}));
    await expectRefused(
      house,
      'validation_failed',
      [fan],
      tip({ personaId: cast.personaId, creatorHandle: 'own_stage' }),
    );
    const hidden = await house.world.addCast();
    await house.world.query("UPDATE persona SET status = 'unpublished' WHERE id = $1", [hidden.personaId]);
    await expectRefused(house, 'not_found', [fan], tip({ personaId: hidden.personaId }));
  });

  it('is refused beyond the coins, the range and the fan’s own limit, and from a blocked wallet', async () => {
    const fan = await withOldCoins(house, 10);
    const tip = (amountMicrocoins: number) => () =>
      fan.api.coin.tip({ personaId: cast.personaId, amountMicrocoins }, once());
    await expectRefused(house, 'insufficient_coins', [fan], tip(coins(11)));
    await expectRefused(house, 'amount_out_of_range', [fan], tip(coins(501)));
    await expectRefused(house, 'amount_out_of_range', [fan], tip(-1));
    await expectRefused(house, 'amount_not_whole', [fan], tip(coins(2) + 0.1));
    await fan.api.coin.setLimits({ dailyMicrocoins: coins(5) });
    expect(await codeOf(tip(coins(3))())).toBe('done');
    await expectRefused(house, 'spending_limit_reached', [fan], tip(coins(3)));
    expect(await fan.api.coin.limits()).toMatchObject({ spentTodayMicrocoins: coins(3) });
    await house.world.query('UPDATE wallet SET suspended = true WHERE owner_id = $1', [fan.userId]);
    await expectRefused(house, 'spending_blocked', [fan], tip(coins(1)));
  });

  it('tells once that coins run low', async () => {
    const fan = await withOldCoins(house, 20);
    await fan.api.coin.setLimits({ lowBalanceMicrocoins: coins(10) });
    const socket = await fan.openSocket();
    for (const amount of [10, 1, 1]) {
      await fan.api.coin.tip({ personaId: cast.personaId, amountMicrocoins: coins(amount) }, once());
    }
    await until('the last balance', () => socket.eventsOf('balance').at(-1)?.balanceMicrocoins === coins(8));
    expect(socket.eventsOf('lowBalance')).toEqual([{ balanceMicrocoins: coins(9) }]);
  });

  it('is spent once by tips that race for the same coins', async () => {
    const fan = await withOldCoins(house, 10);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        codeOf(fan.api.coin.tip({ personaId: cast.personaId, amountMicrocoins: coins(3) }, once())),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(3);
    expect(await bucketsOf(house.world, fan.userId)).toMatchObject({ coins: coins(1) });
  });
});
