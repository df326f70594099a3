import { randomUUID } from 'node:crypto';
import { correction } from '@troupe/contracts/http/admin-credits';
import { type Actor, actorOf } from '@troupe/test-kit/actors';
import { faultsIn, setBonus } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { handleOf, postRaw } from './support/movements.ts';
import { bucketsOf, buyCoins, coins, traceOf } from './support/wallets.ts';

describe('balances that an admin sets right', () => {
  let house: House;
  let admin: Actor;

  beforeAll(async () => {
    house = await openHouse();
    admin = await promote(await house.register('Stage Manager'));
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const promote = async (actor: Actor): Promise<Actor> => {
    await house.world.query("UPDATE app_user SET roles = '{fan,admin}' WHERE id = $1", [actor.userId]);
    const renewed = await actor.api.auth.refresh({ refreshToken: actor.session.refreshToken });
    return actorOf(house.origin, { add: () => undefined }, { ...actor.session, ...renewed });
  };
  /** A fan with so many bought coins and so much bonus. */
  const fanWith = async (bought: number, bonus: number): Promise<Actor> => {
    const fan = await house.register('Robin');
    await setBonus(house.world, fan.userId, coins(bonus));
    if (bought > 0) await buyCoins(house.world, fan.userId, coins(bought));
    return fan;
  };
  const send = async (path: 'set' | 'bonus', body: object, key: string = randomUUID(), by = admin) =>
    postRaw(house, by, `/admin/credits/${path}`, body, { 'idempotency-key': key });
  const setting = (fan: Actor, expected: number, amount: number, changes: object = {}) => ({
    userId: fan.userId,
    bucket: 'coins',
    expectedMicrocoins: coins(expected),
    amountMicrocoins: coins(amount),
    reason: 'A purchase that was credited twice',
    ...changes,
  });
  const granting = (fan: Actor, amount: number, changes: object = {}) => ({
    userId: fan.userId,
    amountMicrocoins: coins(amount),
    reason: 'An apology for last night',
    ...changes,
  });
  const expectRefused = async (fan: Actor, code: string, path: 'set' | 'bonus', body: object, key?: string) => {
    const before = await traceOf(house.world, fan.userId);
    expect((await send(path, body, key)).body).toMatchObject({ code });
    expect(await traceOf(house.world, fan.userId)).toEqual(before);
  };

  it('are there for admins only, and for everybody else not there, whatever they send', async () => {
    const fan = await fanWith(10, 0);
    const elsewhere = await fetch(`${house.origin}/admin/ledger/health`, {
      headers: { authorization: `Bearer ${fan.session.token}` },
    });
    const { requestId: _, ...hidden } = (await elsewhere.json()) as Record<string, unknown>;
    for (const path of ['/admin/credits/set', '/admin/credits/bonus']) {
      for (const body of [setting(fan, 10, 20), granting(fan, 5), {}, []]) {
        for (const headers of [{}, { 'idempotency-key': randomUUID() }]) {
          const answer = await postRaw(house, fan, path, body, headers);
          expect(answer).toMatchObject({ status: 404, body: hidden });
        }
      }
      const nobody = await fetch(house.origin + path, { method: 'POST' });
      expect(nobody.status).toBe(401);
    }
    expect(await bucketsOf(house.world, fan.userId)).toMatchObject({ coins: coins(10), bonus: 0 });
  });

  it('move by what is missing, up and down, and say who did it and why', async () => {
    const fan = await fanWith(10, 5);
    const socket = await fan.openSocket();
    const up = await send('set', setting(fan, 10, 25));
    expect(up.status).toBe(201);
    expect(correction.parse(up.body)).toMatchObject({
      kind: 'correction',
      userId: fan.userId,
      bucket: 'coins',
      deltaMicrocoins: coins(15),
      reason: 'A purchase that was credited twice',
      adminId: admin.userId,
    });
    const down = await send('set', setting(fan, 25, 0));
    expect(down.body).toMatchObject({ deltaMicrocoins: -coins(25) });
    const bonus = await send('set', setting(fan, 5, 2, { bucket: 'bonus' }));
    expect(bonus.body).toMatchObject({ kind: 'correction', bucket: 'bonus', deltaMicrocoins: -coins(3) });
    expect(await bucketsOf(house.world, fan.userId)).toMatchObject({ coins: 0, bonus: coins(2) });
    expect(socket.eventsOf('balance').at(-1)).toMatchObject({ balanceMicrocoins: coins(2) });
    const { items } = await fan.api.coin.transactions(fan.userId, { limit: 3 });
    expect(items.map((item) => [item.kind, item.amountMicrocoins])).toEqual([
      ['correction', -coins(3)],
      ['correction', -coins(25)],
      ['correction', coins(15)],
    ]);
  });

  it('stay as they are when they have moved since the admin looked', async () => {
    const fan = await fanWith(10, 0);
    const before = await traceOf(house.world, fan.userId);
    const answer = await send('set', setting(fan, 9, 20));
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'balance_changed', details: { balanceMicrocoins: coins(10) } },
    });
    expect(await traceOf(house.world, fan.userId)).toEqual(before);
    await expectRefused(fan, 'balance_unchanged', 'set', setting(fan, 10, 10));
  });

  it('move once when two admins start from the same balance, and when a fan spends at the same moment', async () => {
    const [fan, other, creator] = [
      await fanWith(10, 0),
      await promote(await house.register()),
      await house.world.addCast(),
    ];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        send('set', setting(fan, 10, 20), randomUUID(), turn % 2 === 0 ? admin : other),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
    const tip = { personaId: creator.personaId, amountMicrocoins: coins(1) };
    const [set] = await Promise.all([
      send('set', setting(fan, 20, 5)),
      fan.api.coin.tip(tip, { idempotencyKey: randomUUID() }),
    ]);
    expect(await bucketsOf(house.world, fan.userId)).toMatchObject({
      coins: set.status === 201 ? coins(4) : coins(19),
    });
  });

  it('move once for a key: ten equal requests get one journal and equal answers, and another one is refused', async () => {
    const fan = await fanWith(10, 0);
    for (const [path, body, other] of [
      ['set', setting(fan, 10, 20), setting(fan, 20, 30)],
      ['bonus', granting(fan, 3), granting(fan, 4)],
    ] as const) {
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 10 }, () => send(path, body, key)));
      expect(answers).toEqual(answers.map(() => answers[0]));
      expect(answers[0]?.status).toBe(201);
      await expectRefused(fan, 'idempotency_key_reused', path, other, key);
      await expectRefused(fan, 'idempotency_key_reused', path, { ...body, reason: 'Another' }, key);
    }
    expect(await bucketsOf(house.world, fan.userId)).toMatchObject({ coins: coins(20), bonus: coins(3) });
  });

  it('can’t fall below what is held, and move in a blocked wallet as well', async () => {
    const [fan, creator] = [await fanWith(10, 0), await house.world.addCast()];
    const [held] = await house.world.query(
      "SELECT outcome FROM ledger_hold($1, gen_random_uuid(), 1, $2, $3, 70, interval '1 hour')",
      [fan.userId, creator.creatorId, coins(6)],
    );
    expect(held).toEqual({ outcome: 'held' });
    await expectRefused(fan, 'insufficient_coins', 'set', setting(fan, 10, 5));
    await house.world.query('UPDATE wallet SET suspended = true WHERE owner_id = $1', [fan.userId]);
    expect((await send('set', setting(fan, 10, 6))).status).toBe(201);
  });

  it('refuse what makes no sense, each with its own code and without a trace', async () => {
    const fan = await fanWith(10, 0);
    for (const amountMicrocoins of [-1, 1e300, coins(1_000_000) + 1]) {
      await expectRefused(fan, 'amount_out_of_range', 'set', setting(fan, 10, 0, { amountMicrocoins }));
      await expectRefused(fan, 'amount_out_of_range', 'bonus', granting(fan, 0, { amountMicrocoins }));
    }
    await expectRefused(fan, 'amount_out_of_range', 'bonus', granting(fan, 0));
    await expectRefused(fan, 'amount_not_whole', 'set', setting(fan, 10, 0, { amountMicrocoins: 1.5 }));
    await expectRefused(fan, 'amount_not_whole', 'bonus', granting(fan, 0, { amountMicrocoins: 1.5 }));
    for (const reason of [undefined, '', '   ', 'x'.repeat(501), 'nul\0', '\ud800', 7]) {
      await expectRefused(fan, 'validation_failed', 'set', setting(fan, 10, 20, { reason }));
      await expectRefused(fan, 'validation_failed', 'bonus', granting(fan, 1, { reason }));
    }
    for (const changes of [
      { bucket: 'earnings' },
      { expectedMicrocoins: -1 },
      { expectedMicrocoins: 0.5 },
      { more: 1 },
    ]) {
      await expectRefused(fan, 'validation_failed', 'set', setting(fan, 10, 20, changes));
    }
    await expectRefused(fan, 'not_found', 'set', setting(fan, 10, 20, { userId: randomUUID() }));
    await expectRefused(fan, 'not_found', 'bonus', granting(fan, 1, { userId: randomUUID() }));
    const keyless = await postRaw(house, admin, '/admin/credits/bonus', granting(fan, 1));
    expect(keyless.body).toMatchObject({ code: 'idempotency_key_required' });
  });

  it('grow by bonus that is granted: it is shown as bonus, and is no coin that could be given away', async () => {
    const [fan, friend] = [await fanWith(0, 1), await house.register()];
    expect((await send('bonus', granting(fan, 4))).body).toMatchObject({
      kind: 'bonus',
      bucket: 'bonus',
      deltaMicrocoins: coins(4),
    });
    expect((await send('set', setting(fan, 0, 7))).status).toBe(201);
    const { items } = await fan.api.coin.transactions(fan.userId, { kind: 'bonus', limit: 1 });
    expect(items).toMatchObject([{ kind: 'bonus', amountMicrocoins: coins(4) }]);
    const gift = { toHandle: handleOf(friend), amountMicrocoins: coins(1) };
    await expect(fan.api.coin.transfer(gift, { idempotencyKey: randomUUID() })).rejects.toMatchObject({
      code: 'coins_too_young',
    });
  });

  it('leave notes that nobody can change', async () => {
    const fan = await fanWith(10, 0);
    await send('set', setting(fan, 10, 20));
    await expect(house.world.query("UPDATE coin_correction SET reason = 'none'")).rejects.toThrow('append-only');
    await expect(house.world.query('DELETE FROM coin_correction')).rejects.toThrow('append-only');
  });
});
