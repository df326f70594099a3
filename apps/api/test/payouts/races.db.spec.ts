import fc from 'fast-check';
import { AppError } from '../../src/platform/errors/app-error.ts';
import { faultsIn } from '../support/books.ts';
import { fiatOf, standingOf } from '../support/payouts.ts';
import { coins } from '../support/wallets.ts';
import { earningsAndIssued, openPayoutStage, type PayoutStage, type Staged } from './stage.ts';

const RACES = 100;
const WAVE = 10;
/** `PAYOUT_MODEL_SEED` repeats a run. */
const SEED = Number(process.env['PAYOUT_MODEL_SEED'] ?? Date.now() % 1_000_000);

describe('payouts that many pull at', () => {
  let stage: PayoutStage;

  beforeAll(async () => {
    stage = await openPayoutStage();
  });
  afterAll(async () => stage.close());

  it(`a cancellation races the sending, ${RACES} times: one outcome each, and the books are right`, async () => {
    const creator = await stage.creatorWith(2_500 * RACES);
    const outcomes = { cancelled: 0, sent: 0 };
    for (let wave = 0; wave < RACES / WAVE; wave += 1) {
      const ids = await Promise.all(Array.from({ length: WAVE }, () => stage.request(creator, 2_500)));
      await Promise.all(ids.map((id) => stage.approve(id)));
      const cancels = ids.map(async (id, number) => {
        // Spread over the round: some come before it, some in it, some after.
        await new Promise((resume) => setTimeout(resume, number * 4));
        return stage.cancel(creator, id).then(
          () => 'done',
          (error: unknown) => (error instanceof AppError ? error.code : String(error)),
        );
      });
      const [codes] = await Promise.all([Promise.all(cancels), stage.sender.run(), stage.senderWith().run()]);
      for (const [number, id] of ids.entries()) {
        const isCancelled = codes[number] === 'done';
        outcomes[isCancelled ? 'cancelled' : 'sent'] += 1;
        expect([await stage.statusOf(id), codes[number], stage.bank.payments.has(id)]).toEqual(
          isCancelled ? ['cancelled', 'done', false] : ['in_flight', 'payout_under_way', true],
        );
      }
    }
    expect(await faultsIn(stage.world)).toEqual([]);
    expect(outcomes.cancelled).toBeGreaterThan(0);
    expect(outcomes.sent).toBeGreaterThan(0);
    expect(await standingOf(stage.world, creator.ownerId)).toEqual({
      earnings: outcomes.cancelled * coins(2_500),
      inFlight: outcomes.sent * coins(2_500),
    });
  });

  it('any facts in any order and at once: fiat and coins are conserved, and each payout ends as the model says', async () => {
    type Step = 'send' | 'cancel' | 'in_flight' | 'paid' | 'returned';
    const steps = fc.array(fc.constantFrom<Step>('send', 'cancel', 'in_flight', 'paid', 'returned'), { maxLength: 8 });
    const plan = fc.record({
      coins: fc.integer({ min: 2_500, max: 9_999 }),
      currency: fc.constantFrom('USD' as const, 'INR' as const),
      feeMinor: fc.constantFrom(null, 0, 7),
      steps,
      /** The last facts come all at once. */
      together: fc.array(fc.constantFrom('in_flight' as const, 'paid' as const), { maxLength: 4 }),
    });
    const moved = { paid: 0, returned: 0, cancelled: 0 };
    const run = fc.asyncProperty(plan, async ({ coins: count, currency, feeMinor, steps: wanted, together }) => {
      const creator: Staged = await stage.creatorWith(10_000, currency);
      const [fiatBefore, coinsBefore] = [await fiatOf(stage.world, currency), await earningsAndIssued(stage.world)];
      const id = await stage.request(creator, count);
      await stage.approve(id);
      let state = 'requested';
      let fees = 0;
      stage.bank.feeMinor = feeMinor;
      const follow = (step: Step) => {
        if (state === 'requested') state = step === 'send' ? 'in_flight' : step === 'cancel' ? 'cancelled' : state;
        else if (state === 'in_flight' && step === 'paid') {
          state = 'paid';
          fees += feeMinor ?? 0;
        } else if ((state === 'in_flight' || state === 'paid') && step === 'returned') state = 'returned';
      };
      for (const step of wanted) {
        if (step === 'send') await stage.sender.run();
        else if (step === 'cancel') await stage.cancel(creator, id).catch(() => undefined);
        else await stage.tell(id, step);
        follow(step);
        expect(await stage.statusOf(id)).toBe(state);
      }
      await Promise.all(together.map((fact) => stage.tell(id, fact)));
      for (const fact of together) follow(fact);
      expect(await stage.statusOf(id)).toBe(state);
      if (state === 'paid' || state === 'returned' || state === 'cancelled') moved[state] += 1;
      const [row] = await stage.world.query<{ minor: string; micro: string }>(
        'SELECT amount_minor::text AS minor, amount_microcoins::text AS micro FROM payout WHERE id = $1',
        [id],
      );
      const isOpen = state === 'requested' || state === 'in_flight';
      const isGone = state === 'paid';
      const [minor, micro] = [Number(row?.minor), Number(row?.micro)];
      const left = state === 'in_flight' || isGone ? minor : 0;
      expect(await fiatOf(stage.world, currency)).toEqual({
        liability: Number(fiatBefore['liability']) - left,
        travelling: Number(fiatBefore['travelling']) + (state === 'in_flight' ? minor : 0),
        cash: Number(fiatBefore['cash']) + (isGone ? minor : 0) + fees,
        fees: Number(fiatBefore['fees']) - fees,
      });
      expect(await standingOf(stage.world, creator.ownerId)).toEqual({
        earnings: coins(10_000) - (isOpen || isGone ? micro : 0),
        inFlight: isOpen ? micro : 0,
      });
      expect(await earningsAndIssued(stage.world)).toBe(coinsBefore);
      // What this run left open isn't the next one's.
      if (state === 'requested') await stage.cancel(creator, id);
    });
    await fc.assert(run, { numRuns: 60, seed: SEED, endOnFailure: true });
    expect(await faultsIn(stage.world)).toEqual([]);
    for (const count of Object.values(moved)) expect(count).toBeGreaterThan(0);
  });
});
