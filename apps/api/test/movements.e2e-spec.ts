import { randomUUID } from 'node:crypto';
import type { ApiError } from '@troupe/api-client';
import type { Movement } from '@troupe/contracts/http/coin-movements';
import type { Actor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { earnedBy, faultsIn, setBonus } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { bucketsOf, buyCoins, coins, giveMatured, traceOf } from './support/wallets.ts';

const OLD = 8;
const once = (idempotencyKey: string = randomUUID()) => ({ idempotencyKey });
const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: ApiError) => error.code,
  );

describe('coins that people move', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse();
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const handleOf = (actor: Actor): string => actor.session.user.handle;
  /** A fan with this many bought coins, old enough to give away, and no bonus. */
  const withOldCoins = async (count: number): Promise<Actor> => {
    const fan = await house.register('Robin');
    await setBonus(house.world, fan.userId, 0);
    if (count > 0) await buyCoins(house.world, fan.userId, coins(count), OLD);
    return fan;
  };
  /** The call is refused with this code and nothing is written for either side. */
  const expectRefused = async (code: string, sides: readonly Actor[], call: () => Promise<unknown>) => {
    const before = await Promise.all(sides.map((side) => traceOf(house.world, side.userId)));
    expect(await codeOf(call())).toBe(code);
    expect(await Promise.all(sides.map((side) => traceOf(house.world, side.userId)))).toEqual(before);
  };
  const post = async (actor: Actor, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(house.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${actor.session.token}`, ...headers },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  describe('a gift', () => {
    it('moves bought coins, tells both sides who it was, and shows on both sockets', async () => {
      const [fan, friend] = await Promise.all([withOldCoins(100), house.register('Kim')]);
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
      const [fan, friend] = await Promise.all([withOldCoins(600), house.register()]);
      const give = (toHandle: string, amountMicrocoins: number) => () =>
        fan.api.coin.transfer({ toHandle, amountMicrocoins }, once());
      const to = handleOf(friend);
      await expectRefused('not_found', [fan], give('nobody_at_all', coins(1)));
      await expectRefused('recipient_is_self', [fan], give(handleOf(fan), coins(1)));
      for (const amount of [0, -coins(1), 0.5, coins(1) - 1, coins(500) + 1, 1e300, Number.MAX_SAFE_INTEGER]) {
        await expectRefused('amount_out_of_range', [fan, friend], give(to, amount));
      }
      await expectRefused('amount_not_whole', [fan, friend], give(to, coins(1) + 0.5));
      for (const amount of [Number.NaN, Number.POSITIVE_INFINITY, '1000000' as unknown as number]) {
        await expectRefused('validation_failed', [fan, friend], give(to, amount));
      }
      for (const note of ['', 'x'.repeat(141), 'nul\0', 'two\nlines', '\ud800']) {
        await expectRefused('validation_failed', [fan, friend], () =>
          fan.api.coin.transfer({ toHandle: to, amountMicrocoins: coins(1), note }, once()),
        );
      }
    });

    it('moves neither bonus nor coins that are not there, and nothing from a blocked wallet', async () => {
      const [fan, friend] = await Promise.all([withOldCoins(10), house.register()]);
      await setBonus(house.world, fan.userId, coins(50));
      const give = (count: number) => () =>
        fan.api.coin.transfer({ toHandle: handleOf(friend), amountMicrocoins: coins(count) }, once());
      await expectRefused('insufficient_coins', [fan, friend], give(11));
      await house.world.query('UPDATE wallet SET blocked = true WHERE owner_id = $1', [fan.userId]);
      await expectRefused('spending_blocked', [fan, friend], give(1));
      await house.world.query('UPDATE wallet SET blocked = false WHERE owner_id = $1', [fan.userId]);
      expect(await codeOf(give(10)())).toBe('done');
    });

    it('leaves young coins where they are, also behind old ones that were spent', async () => {
      const [fan, friend] = await Promise.all([withOldCoins(30), house.register()]);
      await buyCoins(house.world, fan.userId, coins(100));
      const give = (count: number) => () =>
        fan.api.coin.transfer({ toHandle: handleOf(friend), amountMicrocoins: coins(count) }, once());
      expect((await fan.api.coin.giftAllowance()).mostMicrocoins).toBe(coins(30));
      await expectRefused('coins_too_young', [fan, friend], give(31));
      await fan.api.coin.tip({ personaId: cast.personaId, amountMicrocoins: coins(20) }, once());
      const refusal = await fan.api.coin
        .transfer({ toHandle: handleOf(friend), amountMicrocoins: coins(11) }, once())
        .catch((error: ApiError) => error);
      expect(refusal).toMatchObject({ code: 'coins_too_young', details: { mostMicrocoins: coins(10) } });
      expect(await codeOf(give(10)())).toBe('done');
      await expectRefused('coins_too_young', [fan, friend], give(1));
    });

    it('may be made of coins that came back: they are no new ones', async () => {
      const fan = await withOldCoins(30);
      const tip = await fan.api.coin.tip({ personaId: cast.personaId, amountMicrocoins: coins(20) }, once());
      expect((await fan.api.coin.giftAllowance()).mostMicrocoins).toBe(coins(10));
      await house.world.query('SELECT * FROM ledger_reverse($1)', [tip.journalId]);
      expect((await fan.api.coin.giftAllowance()).mostMicrocoins).toBe(coins(30));
    });

    it('can’t be passed on: coins that were given or swapped stay with whoever got them', async () => {
      const [fan, friend, third] = await Promise.all([withOldCoins(30), house.register(), house.register()]);
      await fan.api.coin.transfer({ toHandle: handleOf(friend), amountMicrocoins: coins(30) }, once());
      await giveMatured(house.world, friend.userId, coins(40), 'earnings');
      await friend.api.coin.swap({ from: 'earnings', amountMicrocoins: coins(40) }, once());
      await expectRefused('coins_too_young', [friend, third], () =>
        friend.api.coin.transfer({ toHandle: handleOf(third), amountMicrocoins: coins(1) }, once()),
      );
    });

    it('keeps a rolling day’s limit, also against ten at once, and never overdraws', async () => {
      const [fan, friend] = await Promise.all([withOldCoins(1_000), house.register()]);
      const give = (count: number) =>
        codeOf(fan.api.coin.transfer({ toHandle: handleOf(friend), amountMicrocoins: coins(count) }, once()));
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => give(90)));
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(5);
      expect(outcomes.filter((outcome) => outcome === 'gift_limit_reached')).toHaveLength(5);
      expect(await give(50)).toBe('done');
      expect(await give(1)).toBe('gift_limit_reached');
      const poor = await withOldCoins(25);
      const races = await Promise.all(
        Array.from({ length: 10 }, () =>
          codeOf(poor.api.coin.transfer({ toHandle: handleOf(friend), amountMicrocoins: coins(10) }, once())),
        ),
      );
      expect(races.filter((outcome) => outcome === 'done')).toHaveLength(2);
      expect(races.filter((outcome) => outcome === 'insufficient_coins')).toHaveLength(8);
    });

    it('crosses another one in the opposite direction without a deadlock', async () => {
      const [ann, bob] = await Promise.all([withOldCoins(100), withOldCoins(100)]);
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

  describe('the Idempotency-Key', () => {
    const ways: [string, (fan: Actor, friend: Actor) => [string, Record<string, unknown>]][] = [
      ['transfer', (_, friend) => ['/coin/transfer', { toHandle: handleOf(friend), amountMicrocoins: coins(3) }]],
      ['tip', () => ['/coin/tip', { personaId: cast.personaId, amountMicrocoins: coins(3), note: 'Bravo' }]],
      ['swap', () => ['/coin/swap', { from: 'earnings', amountMicrocoins: coins(3) }]],
    ];

    it.each(ways)('makes ten equal %s requests one journal with ten equal answers', async (_, request) => {
      const [fan, friend] = await Promise.all([withOldCoins(50), house.register()]);
      await giveMatured(house.world, fan.userId, coins(10), 'earnings');
      const [path, body] = request(fan, friend);
      const headers = { 'idempotency-key': 'one intention' };
      const before = await traceOf(house.world, fan.userId);
      const answers = await Promise.all(Array.from({ length: 10 }, () => post(fan, path, body, headers)));
      const later = await post(fan, path, body, headers);
      for (const answer of [...answers, later]) expect(answer).toEqual(answers[0]);
      expect(answers[0]?.status).toBe(201);
      expect(await traceOf(house.world, fan.userId)).toMatchObject({
        movements: Number(before['movements']) + 1,
        keys: Number(before['keys']) + 1,
      });
      const other = await post(fan, path, { ...body, amountMicrocoins: coins(4) }, headers);
      expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
    });

    it.each(ways)('is asked for by %s, and has to be printable and short', async (_, request) => {
      const [fan, friend] = await Promise.all([withOldCoins(50), house.register()]);
      const [path, body] = request(fan, friend);
      expect(await post(fan, path, body)).toMatchObject({ status: 400, body: { code: 'idempotency_key_required' } });
      for (const key of ['x'.repeat(129), 'h\u00e9']) {
        expect(await post(fan, path, body, { 'idempotency-key': key })).toMatchObject({
          status: 400,
          body: { code: 'validation_failed' },
        });
      }
    });

    it('belongs to its owner, and is one across all movements', async () => {
      const [fan, other, friend] = await Promise.all([withOldCoins(50), withOldCoins(50), house.register()]);
      const gift = { toHandle: handleOf(friend), amountMicrocoins: coins(5) };
      const first = await fan.api.coin.transfer(gift, once('same words'));
      const second = await other.api.coin.transfer(gift, once('same words'));
      expect(second.journalId).not.toBe(first.journalId);
      const tip = fan.api.coin.tip({ personaId: cast.personaId, amountMicrocoins: coins(5) }, once('same words'));
      expect(await codeOf(tip)).toBe('idempotency_key_reused');
    });

    it('answers a retry as before when its recipient is gone, and doesn’t remember a refusal', async () => {
      const [fan, friend] = await Promise.all([withOldCoins(2), house.register()]);
      const gift = { toHandle: handleOf(friend), amountMicrocoins: coins(2) };
      const tooMuch = { ...gift, amountMicrocoins: coins(3) };
      expect(await codeOf(fan.api.coin.transfer(tooMuch, once('a')))).toBe('insufficient_coins');
      const first: Movement = await fan.api.coin.transfer(gift, once('a'));
      await house.world.query("UPDATE app_user SET handle = 'gone_' || left(handle, 20) WHERE id = $1", [
        friend.userId,
      ]);
      expect(await fan.api.coin.transfer(gift, once('a'))).toEqual(first);
      expect(await codeOf(fan.api.coin.transfer(gift, once('b')))).toBe('not_found');
    });
  });

  describe('a tip', () => {
    it('burns bonus first and splits each part like a message, the creator’s share floored and still maturing', async () => {
      const fan = await withOldCoins(10);
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
      const fan = await withOldCoins(10);
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
      await expectRefused('recipient_is_self', [fan], tip({ creatorHandle: 'own_stage' }));
      await expectRefused('not_found', [fan], tip({ creatorHandle: 'nobody_at_all' }));
      await expectRefused('not_found', [fan], tip({ personaId: randomUUID() }));
      await expectRefused('validation_failed', [fan], tip({}));
      await expectRefused('validation_failed', [fan], tip({ personaId: cast.personaId, creatorHandle: 'own_stage' }));
      const hidden = await house.world.addCast();
      await house.world.query("UPDATE persona SET status = 'unpublished' WHERE id = $1", [hidden.personaId]);
      await expectRefused('not_found', [fan], tip({ personaId: hidden.personaId }));
    });

    it('is refused beyond the coins, the range and the fan’s own limit, and from a blocked wallet', async () => {
      const fan = await withOldCoins(10);
      const tip = (amountMicrocoins: number) => () =>
        fan.api.coin.tip({ personaId: cast.personaId, amountMicrocoins }, once());
      await expectRefused('insufficient_coins', [fan], tip(coins(11)));
      await expectRefused('amount_out_of_range', [fan], tip(coins(501)));
      await expectRefused('amount_out_of_range', [fan], tip(-1));
      await expectRefused('amount_not_whole', [fan], tip(coins(2) + 0.1));
      await fan.api.coin.setLimits({ dailyMicrocoins: coins(5) });
      expect(await codeOf(tip(coins(3))())).toBe('done');
      await expectRefused('spending_limit_reached', [fan], tip(coins(3)));
      expect(await fan.api.coin.limits()).toMatchObject({ spentTodayMicrocoins: coins(3) });
      await house.world.query('UPDATE wallet SET blocked = true WHERE owner_id = $1', [fan.userId]);
      await expectRefused('spending_blocked', [fan], tip(coins(1)));
    });

    it('tells once that coins run low', async () => {
      const fan = await withOldCoins(20);
      await fan.api.coin.setLimits({ lowBalanceMicrocoins: coins(10) });
      const socket = await fan.openSocket();
      for (const amount of [10, 1, 1]) {
        await fan.api.coin.tip({ personaId: cast.personaId, amountMicrocoins: coins(amount) }, once());
      }
      await until('the last balance', () => socket.eventsOf('balance').at(-1)?.balanceMicrocoins === coins(8));
      expect(socket.eventsOf('lowBalance')).toEqual([{ balanceMicrocoins: coins(9) }]);
    });

    it('is spent once by tips that race for the same coins', async () => {
      const fan = await withOldCoins(10);
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () =>
          codeOf(fan.api.coin.tip({ personaId: cast.personaId, amountMicrocoins: coins(3) }, once())),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(3);
      expect(await bucketsOf(house.world, fan.userId)).toMatchObject({ coins: coins(1) });
    });
  });

  describe('a swap', () => {
    it('turns matured earnings into coins and promotional ones into bonus, one to one, and no more than there are', async () => {
      const creator = await withOldCoins(0);
      await giveMatured(house.world, creator.userId, coins(10), 'earnings');
      await giveMatured(house.world, creator.userId, coins(4), 'promotional');
      const swap = (from: 'earnings' | 'promotional', amountMicrocoins: number) => () =>
        creator.api.coin.swap({ from, amountMicrocoins }, once());
      await expectRefused('insufficient_earnings', [creator], swap('earnings', coins(10) + 1));
      await expectRefused('insufficient_earnings', [creator], swap('promotional', coins(5)));
      await expectRefused('amount_out_of_range', [creator], swap('earnings', 0));
      await expectRefused('amount_not_whole', [creator], swap('earnings', coins(1) + 0.5));
      expect(await swap('earnings', coins(6))()).toMatchObject({ kind: 'swap', coinsPartMicrocoins: coins(6) });
      expect(await swap('promotional', coins(4))()).toMatchObject({ bonusPartMicrocoins: coins(4) });
      expect(await creator.api.coin.swapAllowance()).toEqual({
        earningsMicrocoins: coins(4),
        promotionalMicrocoins: 0,
      });
      expect(await bucketsOf(house.world, creator.userId)).toEqual({
        coins: coins(6),
        bonus: coins(4),
        earnings: coins(4),
        promo: 0,
      });
      await house.world.query('UPDATE wallet SET blocked = true WHERE owner_id = $1', [creator.userId]);
      await expectRefused('spending_blocked', [creator], swap('earnings', coins(1)));
    });

    it('does not reach earnings that still mature', async () => {
      const [fan, creator] = await Promise.all([withOldCoins(10), house.register()]);
      await house.world.query("INSERT INTO creator (user_id, handle, display_name) VALUES ($1, 'maturing', 'M')", [
        creator.userId,
      ]);
      await fan.api.coin.tip({ creatorHandle: 'maturing', amountMicrocoins: coins(10) }, once());
      await expectRefused('insufficient_earnings', [creator], () =>
        creator.api.coin.swap({ from: 'earnings', amountMicrocoins: coins(1) }, once()),
      );
    });
  });

  describe('limits', () => {
    it('are set, kept and taken away one by one, within bounds', async () => {
      const fan = await house.register();
      await fan.api.coin.setLimits({ dailyMicrocoins: coins(20), messageMicrocoins: coins(3) });
      await fan.api.coin.setLimits({ messageMicrocoins: null, lowBalanceMicrocoins: 0 });
      expect(await fan.api.coin.limits()).toEqual({
        dailyMicrocoins: coins(20),
        messageMicrocoins: null,
        lowBalanceMicrocoins: 0,
        spentTodayMicrocoins: 0,
      });
      for (const bad of [-1, 0.5, 1e15]) {
        expect(await codeOf(fan.api.coin.setLimits({ dailyMicrocoins: bad }))).toBe('validation_failed');
      }
    });
  });

  it('are counted per user: too many in a minute are refused', async () => {
    const strict = await openHouse({ RATE_LIMIT_WRITES_PER_USER_PER_MINUTE: '3' });
    try {
      const [fan, other] = await Promise.all([strict.register(), strict.register()]);
      const swap = (actor: Actor) =>
        codeOf(actor.api.coin.swap({ from: 'earnings', amountMicrocoins: coins(1) }, once()));
      const outcomes = [await swap(fan), await swap(fan), await swap(fan), await swap(fan), await swap(other)];
      expect(outcomes).toEqual([
        ...Array.from({ length: 3 }, () => 'insufficient_earnings'),
        'rate_limited',
        'insufficient_earnings',
      ]);
    } finally {
      await strict.close();
    }
  });
});
