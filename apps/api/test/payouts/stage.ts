import { randomUUID } from 'node:crypto';
import type { FiatCurrency } from '@troupe/contracts/money';
import { UnitOfWork } from '@troupe/database';
import { createTestDatabase } from '@troupe/test-kit/database';
import { openWorld, type World } from '@troupe/test-kit/world';
import { createApp } from '../../src/create-app.ts';
import type { PayoutFacts } from '../../src/modules/payment/domain/payout-facts.ts';
import { ApplyPayoutFactsService } from '../../src/modules/payment/payouts/apply-payout-facts.service.ts';
import { CancelPayoutService } from '../../src/modules/payment/payouts/cancel-payout.service.ts';
import { DestinationsService } from '../../src/modules/payment/payouts/destinations.service.ts';
import { JudgePayoutService } from '../../src/modules/payment/payouts/judge-payout.service.ts';
import { MovePayoutService } from '../../src/modules/payment/payouts/move-payout.service.ts';
import { PayoutProfileService } from '../../src/modules/payment/payouts/payout-profile.service.ts';
import { PayoutsRepository } from '../../src/modules/payment/payouts/payouts.repository.ts';
import { RequestPayoutService } from '../../src/modules/payment/payouts/request-payout.service.ts';
import { ReviewPayoutsService } from '../../src/modules/payment/payouts/review-payouts.service.ts';
import { SendPayoutsService } from '../../src/modules/payment/payouts/send-payouts.service.ts';
import type { ProviderFault } from '../../src/modules/payment/providers/payment-provider.ts';
import type { PayoutOrder, PayoutProvider } from '../../src/modules/payment/providers/payout-provider.ts';
import { PayoutProviders } from '../../src/modules/payment/providers/payout-providers.ts';
import { readEnv } from '../../src/platform/config/env.ts';
import { Failpoints } from '../../src/platform/failpoints/failpoints.service.ts';
import { testEnv } from '../support/boot.ts';
import { giveEarnings, LONG_AGO_DAYS } from '../support/payouts.ts';
import { coins } from '../support/wallets.ts';

/** A bank that does what real ones promise: one order, one payment, however often it is sent. Faults are told before or after it acted. */
export class Bank implements PayoutProvider {
  readonly name = 'sandbox';
  readonly currencies = ['USD', 'INR'] as const;
  /** What left, by payout. */
  readonly payments = new Map<string, PayoutOrder>();
  calls = 0;
  /** What it says of payments that it is asked about. */
  arrives = false;
  /** What the next sendings meet: `done` is whether the bank acted before it failed. */
  readonly faults: { fault: ProviderFault; done: boolean }[] = [];
  feeMinor: number | null = null;

  async send(order: PayoutOrder): Promise<PayoutFacts> {
    this.calls += 1;
    const next = this.faults.shift();
    if (next?.done !== false) this.payments.set(order.payoutId, order);
    if (next !== undefined) throw next.fault;
    return this.facts(order.payoutId, 'in_flight');
  }

  async fetch(ref: string): Promise<PayoutFacts> {
    return this.facts(ref.replace('bank_', ''), this.arrives ? 'paid' : 'in_flight');
  }

  async find({ payoutId }: PayoutOrder): Promise<PayoutFacts | undefined> {
    const next = this.faults.shift();
    if (next !== undefined) throw next.fault;
    return this.payments.has(payoutId) ? this.facts(payoutId, this.arrives ? 'paid' : 'in_flight') : undefined;
  }

  facts(payoutId: string, status: PayoutFacts['status'], failureCode: string | null = null): PayoutFacts {
    return { ref: `bank_${payoutId}`, status, feeMinor: this.feeMinor, failureCode };
  }

  openDestination = async (): Promise<never> => Promise.reject(new Error('this bank opens no destinations'));
  checkDestination = this.openDestination;
}

export interface Staged {
  ownerId: string;
  destinationId: string;
}

export type PayoutStage = Awaited<ReturnType<typeof openPayoutStage>>;

/** Payouts past the doors of HTTP, with a bank of the test's own. */
export async function openPayoutStage() {
  const database = await createTestDatabase();
  const world = openWorld(database.url);
  const settings = { PAYOUT_INTERVAL_MS: '3600000', DATABASE_POOL_MAX: '20' };
  const env = testEnv(database.url, 'http://127.0.0.1:9/v1', settings);
  const app = await createApp(readEnv(env));
  await app.init();
  const bank = new Bank();
  const facts = app.get(ApplyPayoutFactsService);
  const repository = app.get(PayoutsRepository);
  const senderWith = (failpoints = '') => {
    const armed = readEnv({ ...env, FAILPOINTS: failpoints });
    const { unitOfWork, moves } = { unitOfWork: app.get(UnitOfWork), moves: app.get(MovePayoutService) };
    return new SendPayoutsService(
      unitOfWork,
      repository,
      moves,
      app.get(JudgePayoutService),
      facts,
      new PayoutProviders([bank]),
      new Failpoints(armed),
    );
  };
  return {
    app,
    world,
    bank,
    facts,
    senderWith,
    sender: senderWith(),
    cancel: (staged: Staged, payoutId: string) => app.get(CancelPayoutService).cancel(staged.ownerId, payoutId),
    approve: (payoutId: string) => app.get(ReviewPayoutsService).approve(randomUUID(), payoutId),
    /** A creator with earnings who has a destination in the sandbox. */
    async creatorWith(count: number, currency: FiatCurrency = 'USD'): Promise<Staged> {
      const ownerId = randomUUID();
      await world.query(
        "INSERT INTO app_user (id, email, name, roles) VALUES ($1::uuid, $1::uuid || '@t.local', 'C', '{fan}')",
        [ownerId],
      );
      await world.query('INSERT INTO wallet (owner_id) VALUES ($1)', [ownerId]);
      await giveEarnings(world, ownerId, coins(count), LONG_AGO_DAYS);
      await app.get(PayoutProfileService).save(ownerId, { legalName: 'C', country: 'DE', taxId: ownerId.slice(0, 8) });
      const account = { kind: 'sandbox', handle: 'pays@sandbox' } as const;
      const { destination } = await app
        .get(DestinationsService)
        .open(ownerId, { provider: 'sandbox', currency, account });
      return { ownerId, destinationId: destination.id };
    },
    /** Requests so many coins and answers the payout's id. */
    async request({ ownerId, destinationId }: Staged, count: number): Promise<string> {
      const wish = { amountMicrocoins: coins(count), destinationId };
      return (await app.get(RequestPayoutService).request(ownerId, randomUUID(), wish)).id;
    },
    /** Everything in flight is asked about in the next round. */
    dueNow: () => world.query("UPDATE payout SET due_at = now() WHERE status = 'in_flight'"),
    async statusOf(payoutId: string): Promise<string | undefined> {
      return (await world.query<{ status: string }>('SELECT status FROM payout WHERE id = $1', [payoutId]))[0]?.status;
    },
    tell: (payoutId: string, status: PayoutFacts['status'], code: string | null = null) =>
      facts.applyNow({ provider: 'sandbox', payoutId, refs: [] }, bank.facts(payoutId, status, code)),
    async close() {
      await app.close();
      await world.close();
      await database.drop();
    },
  };
}

/** What an earlier world view of the books is compared with: of nothing anything was lost or made. */
export async function earningsAndIssued(world: World): Promise<bigint> {
  const [row] = await world.query<{ sum: string }>(
    'SELECT (coalesce(sum(earnings + in_flight), 0) + ledger_balance(35))::text AS sum FROM wallet',
  );
  return BigInt(row?.sum ?? 0);
}
