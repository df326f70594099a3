import type { Actor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import { faultsIn } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { codeOf, once } from '../support/movements.ts';
import { asAdmin, FAILS, fiatOf, type Payee, payeeWith, standingOf } from '../support/payouts.ts';
import { coins } from '../support/wallets.ts';

describe('a payout from the request to its end', () => {
  let house: House;
  let admin: Actor;

  beforeAll(async () => {
    house = await openHouse({ PAYOUT_INTERVAL_MS: '100' });
    admin = await asAdmin(house, await house.register('Stage Manager'));
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const ended = (payee: Payee, payoutId: string) =>
    until('the payout to end', async () => {
      const detail = await payee.api.payouts.get(payoutId);
      return ['paid', 'returned'].includes(detail.payout.status) && detail;
    });

  it('is reviewed, sent and paid: the coins are gone, the money has left, and the trail says who did what', async () => {
    const payee = await payeeWith(house, 10_000);
    const before = await fiatOf(house.world, 'USD');
    const overview = await payee.api.payouts.overview();
    expect(overview).toMatchObject({
      availableMicrocoins: coins(10_000),
      payableMicrocoins: coins(10_000),
      obstacles: [],
      willBeReviewed: true,
    });
    expect(overview.offers.map((offer) => [offer.provider, offer.pays])).toEqual([
      ['sandbox', { currency: 'USD', amountMinor: 8_000 }],
      ['sandbox', { currency: 'INR', amountMinor: 620_000 }],
    ]);
    const requested = await payee.api.payouts.request({ all: true, destinationId: payee.destinationId }, once());
    expect(requested).toMatchObject({ status: 'requested', inReview: true, amountMicrocoins: coins(10_000) });
    expect(requested).toMatchObject({ rateMicrosPerCoin: 8_000, pays: { amountMinor: 8_000 }, feeMinor: 0 });
    expect(await standingOf(house.world, payee.userId)).toEqual({ earnings: 0, inFlight: coins(10_000) });
    const queue = await admin.api.admin.payouts.list();
    expect(queue.items.map((item) => [item.payout.id, item.reviewReasons])).toEqual([[requested.id, ['first_payout']]]);
    await admin.api.admin.payouts.approve(requested.id);
    await until('it to be under way', async () => {
      const { payout } = await payee.api.payouts.get(requested.id);
      return payout.status === 'in_flight';
    });
    expect(await codeOf(payee.api.payouts.cancel(requested.id))).toBe('payout_under_way');
    expect(await codeOf(payee.api.payouts.removeDestination(payee.destinationId))).toBe('payout_under_way');
    const { payout, events } = await ended(payee, requested.id);
    expect(payout).toMatchObject({ status: 'paid', failureCode: null, paidAt: expect.any(String) });
    expect(events.map(({ kind, by }) => [kind, by])).toEqual([
      ['requested', 'creator'],
      ['approved', 'admin'],
      ['sent', 'platform'],
      ['paid', 'platform'],
    ]);
    expect(await standingOf(house.world, payee.userId)).toEqual({ earnings: 0, inFlight: 0 });
    const after = await fiatOf(house.world, 'USD');
    expect(after).toEqual({
      ...before,
      liability: Number(before['liability']) - 8_000,
      cash: Number(before['cash']) + 8_000,
    });
    expect((await payee.api.payouts.overview()).willBeReviewed).toBe(false);
  });

  it('that its bank returns gives everything back, and history and receipt tell it from the creator’s side', async () => {
    const payee = await payeeWith(house, 5_000, { account: FAILS });
    const before = await fiatOf(house.world, 'USD');
    const { id, journalId } = await payee.api.payouts.request(
      { amountMicrocoins: coins(3_000), destinationId: payee.destinationId },
      once(),
    );
    await admin.api.admin.payouts.approve(id);
    expect((await ended(payee, id)).payout).toMatchObject({ status: 'returned', failureCode: 'account_closed' });
    expect(await standingOf(house.world, payee.userId)).toEqual({ earnings: coins(5_000), inFlight: 0 });
    expect(await fiatOf(house.world, 'USD')).toEqual(before);
    const told = (items: { kind: string; amountMicrocoins: number; balanceAfterMicrocoins: number | null }[]) =>
      items.map((item) => [item.kind, item.amountMicrocoins, item.balanceAfterMicrocoins]);
    const whole = (await payee.api.coin.transactions(payee.userId)).items;
    expect(told(whole)).toEqual([
      ['payout', coins(3_000), null],
      ['payout', -coins(3_000), null],
      ['welcome_bonus', coins(30), coins(30)],
    ]);
    const filtered = async (direction?: 'in' | 'out') =>
      told((await payee.api.coin.transactions(payee.userId, { kind: 'payout', direction })).items);
    expect(await filtered()).toEqual(told(whole).slice(0, 2));
    expect(await filtered('out')).toEqual([['payout', -coins(3_000), null]]);
    expect(await filtered('in')).toEqual([['payout', coins(3_000), null]]);
    expect(await payee.api.coin.journalReceipt(journalId)).toMatchObject({
      kind: 'payout',
      earningsMicrocoins: -coins(3_000),
      coinsMicrocoins: 0,
    });
  });

  it('is cancelled while nothing was sent, once, and pages through its list', async () => {
    const payee = await payeeWith(house, 9_000);
    const ids: string[] = [];
    for (let number = 0; number < 3; number += 1) {
      const body = { amountMicrocoins: coins(3_000), destinationId: payee.destinationId };
      ids.push((await payee.api.payouts.request(body, once())).id);
    }
    const first = ids[0] ?? '';
    const cancelled = await payee.api.payouts.cancel(first);
    expect(cancelled.payout).toMatchObject({ status: 'cancelled', inReview: false });
    expect(await payee.api.payouts.cancel(first)).toEqual(cancelled);
    expect(await standingOf(house.world, payee.userId)).toEqual({ earnings: coins(3_000), inFlight: coins(6_000) });
    expect(await codeOf(admin.api.admin.payouts.approve(first))).toBe('payout_already_decided');
    const page = await payee.api.payouts.list({ limit: 2 });
    expect(page.items.map((item) => item.id)).toEqual([ids[2], ids[1]]);
    const rest = await payee.api.payouts.list({ limit: 2, cursor: page.nextCursor ?? undefined });
    expect(rest).toMatchObject({ items: [{ id: first }], nextCursor: null });
    for (const id of ids.slice(1)) await payee.api.payouts.cancel(id);
    await payee.api.payouts.removeDestination(payee.destinationId);
    expect((await payee.api.payouts.destinations()).destinations).toEqual([]);
  });
});
