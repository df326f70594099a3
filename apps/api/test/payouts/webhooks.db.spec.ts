import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '@troupe/database';
import { CoinFacade } from '../../src/modules/coin/index.ts';
import { ApplyFactsService } from '../../src/modules/payment/apply-facts.service.ts';
import { InboxRepository } from '../../src/modules/payment/inbox.repository.ts';
import { PaymentRepository } from '../../src/modules/payment/payment.repository.ts';
import { ApplyPayoutFactsService } from '../../src/modules/payment/payouts/apply-payout-facts.service.ts';
import { RiskSignals } from '../../src/modules/payment/payouts/risk-signals.service.ts';
import type { PaymentProvider, ProviderEvent } from '../../src/modules/payment/providers/payment-provider.ts';
import { PaymentProviders } from '../../src/modules/payment/providers/payment-providers.ts';
import { TakeEventService } from '../../src/modules/payment/take-event.service.ts';
import { Failpoints } from '../../src/platform/failpoints/failpoints.service.ts';
import { Metrics } from '../../src/platform/metrics/metrics.service.ts';
import { RateLimits } from '../../src/platform/rate-limit/rate-limits.ts';
import { faultsIn } from '../support/books.ts';
import { buyCoins, coins } from '../support/wallets.ts';
import { openPayoutStage, type PayoutStage, type Staged } from './stage.ts';

/** A provider whose bodies are what they say. */
const teller: PaymentProvider = {
  name: 'sandbox',
  currencies: ['USD'],
  isSigned: () => true,
  read: (body) => JSON.parse(body.toString()) as ProviderEvent,
  open: () => Promise.reject(new Error('it only tells')),
  fetch: () => Promise.reject(new Error('it only tells')),
  refund: () => Promise.reject(new Error('it only tells')),
  cancel: () => Promise.reject(new Error('it only tells')),
};

describe('what is told of payouts from outside', () => {
  let stage: PayoutStage;
  let events: TakeEventService;

  beforeAll(async () => {
    stage = await openPayoutStage();
    const { app } = stage;
    events = new TakeEventService(
      app.get(UnitOfWork),
      new PaymentProviders([teller]),
      app.get(InboxRepository),
      app.get(PaymentRepository),
      app.get(ApplyFactsService),
      app.get(ApplyPayoutFactsService),
      app.get(CoinFacade),
      app.get(RateLimits),
      app.get(Failpoints),
      new Metrics(),
    );
  });
  afterAll(async () => stage.close());
  afterEach(async () => expect(await faultsIn(stage.world)).toEqual([]));

  const post = (event: ProviderEvent) => events.take('sandbox', Buffer.from(JSON.stringify(event)), {}, 'a sender');
  const stateOf = async ({ id }: ProviderEvent) =>
    (await stage.world.query<{ state: string }>('SELECT state FROM webhook_event WHERE event_id = $1', [id]))[0]?.state;
  const sent = async (): Promise<string> => {
    const id = await stage.request(await stage.creatorWith(2_500), 2_500);
    await stage.approve(id);
    await stage.sender.run();
    return id;
  };

  it('moves a payout once, however often it comes, by our id or by a name of theirs', async () => {
    const id = await sent();
    const told: Pick<Extract<ProviderEvent, { about: 'payout' }>, 'type' | 'about' | 'refs'> = {
      type: 'payout',
      about: 'payout',
      refs: [`bank_${id}`],
    };
    const paid: ProviderEvent = { ...told, id: randomUUID(), payoutId: id, facts: stage.bank.facts(id, 'paid') };
    await Promise.all([post(paid), post(paid), post({ ...paid, id: randomUUID() })]);
    expect(await stage.statusOf(id)).toBe('paid');
    const facts = stage.bank.facts(id, 'returned', 'account_closed');
    await post({ ...told, id: randomUUID(), payoutId: null, facts });
    expect(await stage.statusOf(id)).toBe('returned');
    const trail = await stage.world.query('SELECT kind FROM payout_event WHERE payout_id = $1', [id]);
    expect(trail).toHaveLength(5);
  });

  it('waits while nobody knows what it is about', async () => {
    const facts = { ref: 'bank_other', status: 'paid', feeMinor: null, failureCode: null } as const;
    const event: ProviderEvent = { id: randomUUID(), type: 'payout', about: 'payout', payoutId: null, refs: [], facts };
    await post(event);
    expect(await stateOf(event)).toBe('waiting');
    const strange: ProviderEvent = { ...event, id: randomUUID(), payoutId: randomUUID() };
    await post(strange);
    expect(await stateOf(strange)).toBe('waiting');
  });
});

describe('what ties payers to creators', () => {
  let stage: PayoutStage;
  let signals: RiskSignals;

  beforeAll(async () => {
    stage = await openPayoutStage();
    signals = stage.app.get(RiskSignals);
  });
  afterAll(async () => stage.close());

  const payerOf = async (creator: Staged): Promise<string> => {
    const fan = await stage.creatorWith(1);
    await buyCoins(stage.world, fan.ownerId, coins(10));
    const [row] = await stage.world.query<{ outcome: string }>(
      'SELECT outcome FROM ledger_tip($1, $2, gen_random_uuid(), 0, 5000000, 70, NULL, NULL)',
      [fan.ownerId, creator.ownerId],
    );
    expect(row?.outcome).toBe('posted');
    return fan.ownerId;
  };

  it.each([
    ['card', 'card', true],
    ['device', 'device', true],
    ['identity', 'identity', true],
    // An account that pays, and is paid to.
    ['card', 'destination', true],
    ['card', 'device', false],
    ['identity', 'card', false],
  ] as const)('the same value as %s and as %s: %s', async (ofPayer, ofCreator, isRelated) => {
    const creator = await stage.creatorWith(5_000);
    const payer = await payerOf(creator);
    const other = await stage.creatorWith(1);
    const value = randomUUID();
    await signals.note(payer, ofPayer, value);
    await signals.note(payer, ofPayer, value);
    await signals.note(creator.ownerId, ofCreator, value);
    // Shares it too, and has paid nothing.
    await signals.note(other.ownerId, ofPayer, value);
    expect(await signals.relatedPayers(creator.ownerId, 0n)).toEqual(isRelated ? [payer] : []);
    const requested = stage.request(creator, 2_500).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
    expect(await requested).toBe(isRelated ? 'payout_related_payer' : 'done');
    const kept = await stage.world.query<{ value_hash: Buffer }>(
      'SELECT value_hash FROM risk_signal WHERE user_id = $1',
      [payer],
    );
    expect(kept.map((row) => row.value_hash.toString('latin1')).join()).not.toContain(value);
  });
});
