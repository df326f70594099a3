import type { Movement } from '@troupe/contracts/http/coin-movements';
import type { Actor } from '@troupe/test-kit/actors';
import type { Cast } from '@troupe/test-kit/world';
import { faultsIn } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { codeOf, handleOf, once, postRaw, withOldCoins } from '../support/movements.ts';
import { coins, giveMatured, traceOf } from '../support/wallets.ts';

describe('the Idempotency-Key of movements', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse();
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const ways: [string, (fan: Actor, friend: Actor) => [string, Record<string, unknown>]][] = [
    ['transfer', (_, friend) => ['/coin/transfer', { toHandle: handleOf(friend), amountMicrocoins: coins(3) }]],
    ['tip', () => ['/coin/tip', { personaId: cast.personaId, amountMicrocoins: coins(3), note: 'Bravo' }]],
    ['swap', () => ['/coin/swap', { from: 'earnings', amountMicrocoins: coins(3) }]],
  ];

  it.each(ways)('makes ten equal %s requests one journal with ten equal answers', async (_, request) => {
    const [fan, friend] = await Promise.all([withOldCoins(house, 50), house.register()]);
    await giveMatured(house.world, fan.userId, coins(10), 'earnings');
    const [path, body] = request(fan, friend);
    const headers = { 'idempotency-key': 'one intention' };
    const before = await traceOf(house.world, fan.userId);
    const answers = await Promise.all(Array.from({ length: 10 }, () => postRaw(house, fan, path, body, headers)));
    const later = await postRaw(house, fan, path, body, headers);
    for (const answer of [...answers, later]) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(201);
    expect(await traceOf(house.world, fan.userId)).toMatchObject({
      movements: Number(before['movements']) + 1,
      keys: Number(before['keys']) + 1,
    });
    const other = await postRaw(house, fan, path, { ...body, amountMicrocoins: coins(4) }, headers);
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
  });

  it.each(ways)('is asked for by %s, and has to be printable and short', async (_, request) => {
    const [fan, friend] = await Promise.all([withOldCoins(house, 50), house.register()]);
    const [path, body] = request(fan, friend);
    expect(await postRaw(house, fan, path, body)).toMatchObject({
      status: 400,
      body: { code: 'idempotency_key_required' },
    });
    for (const key of ['x'.repeat(129), 'h\u00e9']) {
      expect(await postRaw(house, fan, path, body, { 'idempotency-key': key })).toMatchObject({
        status: 400,
        body: { code: 'validation_failed' },
      });
    }
  });

  it('belongs to its owner, and is one across all movements', async () => {
    const [fan, other, friend] = await Promise.all([
      withOldCoins(house, 50),
      withOldCoins(house, 50),
      house.register(),
    ]);
    const gift = { toHandle: handleOf(friend), amountMicrocoins: coins(5) };
    const first = await fan.api.coin.transfer(gift, once('same words'));
    const second = await other.api.coin.transfer(gift, once('same words'));
    expect(second.journalId).not.toBe(first.journalId);
    const tip = fan.api.coin.tip({ personaId: cast.personaId, amountMicrocoins: coins(5) }, once('same words'));
    expect(await codeOf(tip)).toBe('idempotency_key_reused');
  });

  it('answers a retry as before when its recipient is gone, and doesn’t remember a refusal', async () => {
    const [fan, friend] = await Promise.all([withOldCoins(house, 2), house.register()]);
    const gift = { toHandle: handleOf(friend), amountMicrocoins: coins(2) };
    const tooMuch = { ...gift, amountMicrocoins: coins(3) };
    expect(await codeOf(fan.api.coin.transfer(tooMuch, once('a')))).toBe('insufficient_coins');
    const first: Movement = await fan.api.coin.transfer(gift, once('a'));
    await house.world.query("UPDATE app_user SET handle = 'gone_' || left(handle, 20) WHERE id = $1", [friend.userId]);
    expect(await fan.api.coin.transfer(gift, once('a'))).toEqual(first);
    expect(await codeOf(fan.api.coin.transfer(gift, once('b')))).toBe('not_found');
  });
});
