import { randomUUID } from 'node:crypto';
import { faultsIn } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { codeOf, once, postRaw } from '../support/movements.ts';
import { giveEarnings, type Payee, payeeWith, standingOf } from '../support/payouts.ts';
import { buyCoins, coins, traceOf } from '../support/wallets.ts';

describe('a request to be paid', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const request = (payee: Payee, amount: number | 'all', key = randomUUID(), destinationId = payee.destinationId) =>
    payee.api.payouts.request(
      amount === 'all' ? { all: true, destinationId } : { amountMicrocoins: amount, destinationId },
      once(key),
    );
  const expectRefused = async (payee: Payee, code: string, call: () => Promise<unknown>) => {
    const before = await traceOf(house.world, payee.userId);
    expect(await codeOf(call())).toBe(code);
    expect(await traceOf(house.world, payee.userId)).toEqual(before);
    expect((await payee.api.payouts.list()).items).toEqual([]);
  };

  it.each([
    ['USD', 2_500, 2_000, 2_500_000_000],
    // 1,500 rupees and what 2,419.354839 coins are worth: the least number of microcoins for it.
    ['INR', 2_419.354839, 150_000, 2_419_354_839],
  ] as const)('in %s is for the minimum at least', async (currency, least, amountMinor, microcoins) => {
    const payee = await payeeWith(house, 10_000, { currency });
    await expectRefused(payee, 'payout_below_minimum', () => request(payee, coins(least) - 1));
    expect(await request(payee, coins(least))).toMatchObject({
      amountMicrocoins: microcoins,
      pays: { currency, amountMinor },
    });
  });

  it('pays whole minor units, and the rest of a coin stays', async () => {
    const payee = await payeeWith(house, 3_000.000001);
    const paid = await request(payee, coins(2_501.249999));
    // One cent is 1.25 coins.
    expect(paid).toMatchObject({ amountMicrocoins: coins(2_500), pays: { amountMinor: 2_000 } });
    expect(await standingOf(house.world, payee.userId)).toEqual({
      earnings: coins(500.000001),
      inFlight: coins(2_500),
    });
  });

  it('for a million coins is exact in both currencies', async () => {
    const dollars = await payeeWith(house, 1_000_000);
    expect(await request(dollars, 'all')).toMatchObject({
      amountMicrocoins: coins(1_000_000),
      pays: { currency: 'USD', amountMinor: 800_000 },
    });
    const rupees = await payeeWith(house, 1_000_000, { currency: 'INR' });
    expect(await request(rupees, 'all')).toMatchObject({
      amountMicrocoins: coins(1_000_000),
      pays: { currency: 'INR', amountMinor: 62_000_000 },
    });
  });

  it('leaves a tenth of what matured within thirty days, and all that has not matured', async () => {
    const payee = await payeeWith(house, 5_000, { daysAgo: 31 });
    await giveEarnings(house.world, payee.userId, coins(4_000), 29);
    const fan = await house.register();
    await buyCoins(house.world, fan.userId, coins(100), 8);
    await house.world.query("INSERT INTO creator (user_id, handle, display_name) VALUES ($1, 'reserved', 'R')", [
      payee.userId,
    ]);
    const tip = await fan.api.coin.tip({ creatorHandle: 'reserved', amountMicrocoins: coins(100) }, once());
    expect(await payee.api.payouts.overview()).toMatchObject({
      availableMicrocoins: coins(9_000),
      reserveMicrocoins: coins(400),
      payableMicrocoins: coins(8_600),
      // The welcome bonus burned first.
      pendingMicrocoins: coins(49),
      nextMaturesAt: new Date(Date.parse(tip.createdAt) + 7 * 86_400_000).toISOString(),
    });
    await expectRefused(payee, 'insufficient_earnings', () => request(payee, coins(8_600) + 1));
    expect(await request(payee, 'all')).toMatchObject({ amountMicrocoins: coins(8_600) });
    expect(await standingOf(house.world, payee.userId)).toEqual({ earnings: coins(400), inFlight: coins(8_600) });
  });

  it('never touches promotional earnings', async () => {
    const payee = await payeeWith(house, 0);
    await house.world.query(
      `SELECT p.outcome FROM wallet w, LATERAL ledger_post(1, gen_random_uuid(), 0, ARRAY[34::bigint], ARRAY[w.id * 32 + 5], ARRAY[5000000000::bigint], ARRAY[51::smallint]) p
       WHERE w.owner_id = $1`,
      [payee.userId],
    );
    expect(await payee.api.payouts.overview()).toMatchObject({ availableMicrocoins: 0, obstacles: ['below_minimum'] });
    await expectRefused(payee, 'insufficient_earnings', () => request(payee, coins(2_500)));
    await expectRefused(payee, 'payout_below_minimum', () => request(payee, 'all'));
  });

  it('is refused to a wallet that is blocked or owes something', async () => {
    const payee = await payeeWith(house, 5_000);
    const setting = (text: string) =>
      house.world.query(`UPDATE wallet SET ${text} WHERE owner_id = $1`, [payee.userId]);
    await setting('suspended = true');
    await expectRefused(payee, 'spending_blocked', () => request(payee, 'all'));
    expect((await payee.api.payouts.overview()).obstacles).toEqual(['wallet_blocked']);
    await setting('suspended = false, receivable = 1');
    await expectRefused(payee, 'receivable_open', () => request(payee, 'all'));
    expect((await payee.api.payouts.overview()).obstacles).toEqual(['receivable_open']);
    await setting('receivable = 0');
    expect(await request(payee, 'all')).toMatchObject({ status: 'requested' });
  });

  it('wants a profile, and a destination of one’s own that is confirmed', async () => {
    const actor = await house.register();
    await giveEarnings(house.world, actor.userId, coins(5_000), 40);
    const nobody = { ...actor, destinationId: randomUUID() };
    const open = () =>
      actor.api.payouts.openDestination({
        provider: 'sandbox',
        currency: 'USD',
        account: { kind: 'sandbox', handle: 'pays@sandbox' },
      });
    expect(await codeOf(open())).toBe('payout_profile_required');
    await expectRefused(nobody, 'payout_profile_required', () => request(nobody, 'all'));
    await actor.api.payouts.saveProfile({ legalName: 'Ann Other', country: 'de', taxId: '12 345-678' });
    await expectRefused(nobody, 'not_found', () => request(nobody, 'all'));
    const other = await payeeWith(house, 5_000);
    await expectRefused(nobody, 'not_found', () => request(nobody, 'all', randomUUID(), other.destinationId));
    const { destination } = await open();
    await house.world.query("UPDATE payout_destination SET status = 'unverified' WHERE id = $1", [destination.id]);
    const payee = { ...actor, destinationId: destination.id };
    await expectRefused(payee, 'payout_destination_unverified', () => request(payee, 'all'));
    await actor.api.payouts.checkDestination(destination.id);
    expect(await request(payee, 'all')).toMatchObject({ destinationHint: 'pays@sandbox' });
  });

  it('under one key is one payout however often it comes, even at once, and another request under it is refused', async () => {
    const payee = await payeeWith(house, 6_000);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => request(payee, coins(2_500), key)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await codeOf(request(payee, coins(2_600), key))).toBe('idempotency_key_reused');
    expect(await request(payee, coins(2_500), key)).toEqual(answers[0]);
    expect(await standingOf(house.world, payee.userId)).toEqual({ earnings: coins(3_500), inFlight: coins(2_500) });
  });

  it('races others for the same earnings, and one gets them', async () => {
    const payee = await payeeWith(house, 4_000);
    const codes = await Promise.all(Array.from({ length: 6 }, () => codeOf(request(payee, coins(4_000)))));
    expect(codes.toSorted()).toEqual(['done', ...Array.from({ length: 5 }, () => 'insufficient_earnings')]);
    expect(await standingOf(house.world, payee.userId)).toEqual({ earnings: 0, inFlight: coins(4_000) });
  });

  it('that is bad input is refused with a word about it, and writes nothing', async () => {
    const payee = await payeeWith(house, 5_000);
    const key = () => ({ 'idempotency-key': randomUUID() });
    const bodies: [string, object][] = [
      ['validation_failed', {}],
      ['validation_failed', { all: true }],
      ['validation_failed', { all: false, destinationId: payee.destinationId }],
      ['validation_failed', { all: true, amountMicrocoins: 1, destinationId: payee.destinationId }],
      ['validation_failed', { all: true, destinationId: 'mine' }],
      ['validation_failed', { all: true, destinationId: payee.destinationId, rateMicrosPerCoin: 1 }],
      ['amount_out_of_range', { amountMicrocoins: 0, destinationId: payee.destinationId }],
      ['amount_out_of_range', { amountMicrocoins: -coins(2_500), destinationId: payee.destinationId }],
      ['amount_out_of_range', { amountMicrocoins: 1e300, destinationId: payee.destinationId }],
      ['amount_not_whole', { amountMicrocoins: coins(2_500) + 0.5, destinationId: payee.destinationId }],
    ];
    for (const [code, body] of bodies) {
      expect((await postRaw(house, payee, '/payment/payouts', body, key())).body).toMatchObject({ code });
    }
    const fine = { all: true, destinationId: payee.destinationId };
    expect((await postRaw(house, payee, '/payment/payouts', fine)).body).toMatchObject({
      code: 'idempotency_key_required',
    });
    const profile = { legalName: 'Ann\u0000', country: 'DEU', taxId: '1; DROP TABLE payout' };
    expect(await codeOf(payee.api.payouts.saveProfile(profile))).toBe('validation_failed');
    const opening = { provider: 'stripe', currency: 'USD', account: { kind: 'hosted' } } as const;
    expect(await codeOf(payee.api.payouts.openDestination(opening))).toBe('not_found');
    const bank = { kind: 'bank', accountNumber: '123456789', ifsc: 'HDFC0000001' } as const;
    const wrong = payee.api.payouts.openDestination({ provider: 'sandbox', currency: 'INR', account: bank });
    expect(await codeOf(wrong)).toBe('validation_failed');
    expect((await payee.api.payouts.list()).items).toEqual([]);
    expect((await payee.api.payouts.destinations()).destinations).toHaveLength(1);
  });

  it('keeps a tax id where nobody reads it, and answers strangers as if nothing were there', async () => {
    const payee = await payeeWith(house, 5_000, { taxId: 'DE811907980' });
    const answer = await payee.api.payouts.profile();
    expect(answer.profile).toMatchObject({ legalName: 'Paula Payee', country: 'DE', taxIdHint: '•••• 7980' });
    const [row] = await house.world.query<{ tax_id: Buffer }>('SELECT tax_id FROM payout_profile WHERE user_id = $1', [
      payee.userId,
    ]);
    expect(row?.tax_id.toString('latin1')).not.toContain('811907980');
    const { id } = await request(payee, 'all');
    const stranger = await payeeWith(house, 0);
    const acts = (who: string, destinationId: string): (() => Promise<unknown>)[] => [
      () => stranger.api.payouts.get(who),
      () => stranger.api.payouts.cancel(who),
      () => stranger.api.payouts.checkDestination(destinationId),
      () => stranger.api.payouts.removeDestination(destinationId),
      () => stranger.api.admin.payouts.list(),
      () => stranger.api.admin.payouts.approve(who),
      () => payee.api.admin.payouts.reject(who, { reason: 'Mine' }),
    ];
    for (const act of [...acts(id, payee.destinationId), ...acts(randomUUID(), randomUUID())]) {
      expect(await codeOf(act())).toBe('not_found');
    }
    expect((await stranger.api.payouts.list()).items).toEqual([]);
    expect((await payee.api.payouts.get(id)).payout.status).toBe('requested');
  });
});
