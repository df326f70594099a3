import * as fc from 'fast-check';
import { nextAsk, retryAfter } from './next-ask.ts';
import { type DisputeFact, furthest, type PaymentFacts, type RefundFact } from './payment-facts.ts';
import { coinsFor, disputeState, statusAfter, stepsBetween, wentBack } from './payment-state.ts';

const PRICE = 499;
const paid = { amountMinor: PRICE, currency: 'USD', feeMinor: null, instrument: null } as const;
const refund = (ref: string, amountMinor: number, status: RefundFact['status']): RefundFact => ({
  ref,
  amountMinor,
  status,
});
const dispute = (ref: string, amountMinor: number, status: DisputeFact['status']): DisputeFact => ({
  ref,
  amountMinor,
  feeMinor: null,
  reason: null,
  status,
});

describe('the state of a payment', () => {
  it.each<[PaymentFacts, ReturnType<typeof statusAfter>]>([
    [{}, 'created'],
    [{ pending: true }, 'pending'],
    [{ failed: { code: null } }, 'failed'],
    [{ cancelled: true }, 'cancelled'],
    [{ paid }, 'succeeded'],
    [{ paid, failed: { code: 'x' }, cancelled: true, pending: true }, 'succeeded'],
  ])('%j makes it %s', (facts, status) => expect(statusAfter('created', facts)).toBe(status));

  const fact = fc.constantFrom<PaymentFacts>(
    {},
    { pending: true },
    { failed: { code: null } },
    { cancelled: true },
    { paid },
    { refunds: [refund('a', 100, 'pending')] },
    { refunds: [refund('a', 100, 'succeeded')] },
    { refunds: [refund('b', 300, 'succeeded')] },
    { refunds: [refund('b', 300, 'failed')] },
    { disputes: [dispute('d', PRICE, 'inquiry')] },
    { disputes: [dispute('d', PRICE, 'open')] },
    { disputes: [{ ...dispute('d', PRICE, 'open'), feeMinor: 1500 }] },
    { disputes: [{ ...dispute('e', 60, 'lost'), feeMinor: 1500 }] },
    { disputes: [{ ...dispute('e', 50, 'lost'), feeMinor: 700 }] },
    { disputes: [{ ...dispute('d', PRICE, 'won'), feeMinor: 1500 }] },
    { disputes: [{ ...dispute('d', PRICE, 'won'), feeMinor: 0 }] },
  );
  const after = (told: readonly PaymentFacts[]) => {
    let status: ReturnType<typeof statusAfter> = 'created';
    let known: ReturnType<typeof furthest> = { refunds: [], disputes: [] };
    for (const facts of told) {
      status = statusAfter(status, facts);
      known = furthest(known, facts);
    }
    const byRef = <Fact extends { ref: string }>(facts: Fact[]) => facts.toSorted((a, b) => a.ref.localeCompare(b.ref));
    return { status, refunds: byRef(known.refunds), disputes: byRef(known.disputes) };
  };

  it('is the same in whatever order and however often facts are told', () => {
    fc.assert(
      fc.property(
        fc
          .array(fact, { maxLength: 8 })
          .chain((told) =>
            fc.tuple(fc.constant(told), fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 })),
          ),
        ([told, again]) => expect(after(again)).toEqual(after(told)),
      ),
    );
  });
});

describe('a dispute that is told of again', () => {
  const after = (...told: DisputeFact[]) =>
    told.reduce<DisputeFact[]>(
      (known, fact) => furthest({ refunds: [], disputes: known }, { disputes: [fact] }).disputes,
      [],
    );

  it('takes the amount of what is further along, and keeps it', () => {
    expect(after(dispute('d', PRICE, 'open'), dispute('d', 200, 'lost'), dispute('d', PRICE, 'open'))).toEqual([
      dispute('d', 200, 'lost'),
    ]);
  });

  it('gives its fee back only when it is won', () => {
    const withFee = (status: DisputeFact['status'], feeMinor: number | null) => ({
      ...dispute('d', PRICE, status),
      feeMinor,
    });
    expect(after(withFee('open', 1500), withFee('lost', null))).toEqual([withFee('lost', 1500)]);
    expect(after(withFee('open', 1500), withFee('won', 1500), withFee('won', 0))).toEqual([withFee('won', 0)]);
    expect(after(withFee('won', 0), withFee('open', 1500))).toEqual([withFee('won', 0)]);
  });
});

describe('how coins follow', () => {
  it.each([
    [[0, 0], [33, 0], [[33, false]]],
    [[0, 0], [0, 99], [[99, true]]],
    [
      [0, 0],
      [33, 66],
      [
        [33, false],
        [66, true],
      ],
    ],
    [[0, 99], [99, 0], []],
    [[0, 99], [33, 66], []],
    [[33, 66], [33, 0], [[-66, false]]],
    [[33, 0], [0, 99], [[66, true]]],
    [[60, 0], [20, 60], [[20, true]]],
  ] as const)('from %j to %j in %j', ([r0, d0], [r1, d1], steps) => {
    const away = (refundedMinor: number, disputedMinor: number) => ({ refundedMinor, disputedMinor });
    expect(stepsBetween(away(r0, d0), away(r1, d1)).map((step) => [step.movedMinor, step.withShares])).toEqual(steps);
  });
});

describe('what went back', () => {
  it('counts refunds from when they are asked for until they fail, and disputes from when money moves until they are won', () => {
    const refunds = [refund('a', 100, 'pending'), refund('b', 50, 'succeeded'), refund('c', 40, 'failed')];
    expect(wentBack(PRICE, refunds, [])).toEqual({ refundedMinor: 150, disputedMinor: 0 });
    expect(wentBack(PRICE, refunds, [dispute('d', PRICE, 'inquiry')]).disputedMinor).toBe(0);
    expect(wentBack(PRICE, refunds, [dispute('d', PRICE, 'open')])).toEqual({ refundedMinor: 150, disputedMinor: 349 });
    expect(wentBack(PRICE, refunds, [dispute('d', PRICE, 'won')]).disputedMinor).toBe(0);
  });

  it('is never more than the price', () => {
    expect(wentBack(PRICE, [refund('a', 400, 'succeeded'), refund('b', 400, 'succeeded')], [])).toEqual({
      refundedMinor: PRICE,
      disputedMinor: 0,
    });
  });

  it.each([
    [[], 'none'],
    [['inquiry'], 'none'],
    [['won', 'open'], 'open'],
    [['won', 'lost'], 'lost'],
    [['won'], 'won'],
  ] as const)('disputes %j are shown as %s', (states, shown) => {
    expect(disputeState(states.map((status) => ({ status })))).toBe(shown);
  });

  it('stands for coins and bonus in step with the price, and in any steps adds up to all of them', () => {
    const price = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(
        price,
        fc.bigInt(1n, 10n ** 12n),
        fc.bigInt(0n, 10n ** 11n),
        fc.array(fc.nat(), { maxLength: 6 }),
        (amountMinor, coins, bonus, cuts) => {
          const bought = { amountMinor, coins, bonus };
          const steps = [0, ...cuts.map((cut) => cut % (amountMinor + 1)).toSorted((a, b) => a - b), amountMinor];
          let total = { coins: 0n, bonus: 0n };
          for (const [index, step] of steps.entries()) {
            const [before, now] = [coinsFor(steps[index - 1] ?? 0, bought), coinsFor(step, bought)];
            expect(now.coins >= before.coins && now.bonus >= before.bonus).toBe(true);
            // What is left was never bought below its price.
            expect((coins - now.coins) * BigInt(amountMinor) >= coins * BigInt(amountMinor - step)).toBe(true);
            expect((coins - now.coins - 1n) * BigInt(amountMinor) < coins * BigInt(amountMinor - step)).toBe(true);
            total = { coins: total.coins + now.coins - before.coins, bonus: total.bonus + now.bonus - before.bonus };
          }
          expect(total).toEqual({ coins, bonus });
        },
      ),
    );
  });
});

describe('when a provider is asked', () => {
  const since = new Date('2026-01-01T00:00:00Z');
  const later = (minutes: number) => new Date(since.getTime() + minutes * 60_000);

  it('is soon while somebody may be waiting, and ends', () => {
    expect(nextAsk('created', since, since)).toEqual(later(1));
    expect(nextAsk('pending', since, later(1))).toEqual(later(3));
    expect(nextAsk('pending', since, later(60 * 24 * 3))).toEqual(later(60 * 24 * 7));
    expect(nextAsk('failed', since, later(60 * 24 * 3))).toBeNull();
    expect(nextAsk('cancelled', since, since)).toBeNull();
    expect(nextAsk('succeeded', since, since)).toEqual(later(60 * 24));
    expect(nextAsk('succeeded', since, later(60 * 24 * 126))).toBeNull();
  });

  it('an event is tried again more and more seldom, and then shown to people', () => {
    const times = [1, 2, 3, 4, 5].map((tries) => retryAfter(tries, since)?.getTime() ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(retryAfter(6, since)).toBeNull();
  });
});
