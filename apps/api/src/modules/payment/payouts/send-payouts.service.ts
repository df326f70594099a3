import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '@troupe/database';
import { Failpoints } from '../../../platform/failpoints/failpoints.service.ts';
import type { PayoutFacts } from '../domain/payout-facts.ts';
import { ProviderFault } from '../providers/payment-provider.ts';
import type { PayoutOrder, PayoutProvider } from '../providers/payout-provider.ts';
import { PayoutProviders } from '../providers/payout-providers.ts';
import { ApplyPayoutFactsService, NEVER_ARRIVED } from './apply-payout-facts.service.ts';
import { maySendAgain, pauseAfter } from './domain/next-call.ts';
import { JudgePayoutService } from './judge-payout.service.ts';
import { MovePayoutService } from './move-payout.service.ts';
import { moneyOf } from './payouts.presenter.ts';
import { type PayoutRow, PayoutsRepository } from './payouts.repository.ts';

const BATCH_PAYOUTS_MAX = 50;
const CALLED_AT_ONCE_MAX = 4;
/** Longer than any call to a provider may take. */
const LEASE_MS = 120_000;

/**
 * Sends what is approved, and asks about what is on its way. The books say `in flight` before the provider is called, and the call has the
 * payout's id as its key: whoever finds one in flight without a name from the provider makes the same call again, and money leaves once.
 */
@Injectable()
export class SendPayoutsService {
  private readonly logger = new Logger('Payouts');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PayoutsRepository,
    private readonly moves: MovePayoutService,
    private readonly judge: JudgePayoutService,
    private readonly facts: ApplyPayoutFactsService,
    private readonly providers: PayoutProviders,
    private readonly failpoints: Failpoints,
  ) {}

  /** A bounded batch of each. What fails waits for a later round, and holds up nothing else. */
  async run(): Promise<void> {
    await this.forEach(await this.repository.sendable(BATCH_PAYOUTS_MAX), async (id) => {
      if (await this.begin(id)) await this.call(id);
    });
    await this.forEach(await this.repository.claimDue(BATCH_PAYOUTS_MAX, LEASE_MS), (id) => this.call(id));
  }

  /** False when somebody else was first (another process, or the creator who cancelled it), and when something stands against it. */
  private async begin(payoutId: string): Promise<boolean> {
    const found = await this.repository.find(payoutId);
    if (found === null) return false;
    const objection = await this.judge.objection(found);
    return this.unitOfWork.run('send-payout', async (tx) => {
      const row = await this.repository.lock(tx, payoutId);
      if (row?.status !== 'requested' || row.approvedAt === null) return false;
      if (objection !== undefined) {
        await this.moves.holdBack(tx, row, objection);
        return false;
      }
      await this.moves.send(tx, row, new Date(Date.now() + LEASE_MS));
      return true;
    });
  }

  private async call(payoutId: string): Promise<void> {
    const row = await this.repository.find(payoutId);
    if (row?.status !== 'in_flight') return;
    const provider = this.providers.find(row.provider);
    if (provider === undefined) {
      this.logger.error(`payout ${payoutId} waits for ${row.provider}, which is not set up any more`);
      return this.postpone(row);
    }
    try {
      const facts = await this.ask(row, provider);
      if (facts === undefined) return await this.takeBack(row.id, NEVER_ARRIVED);
      await this.facts.applyNow({ provider: row.provider, payoutId, refs: [] }, facts);
    } catch (error) {
      await this.takeFault(row, error);
    }
  }

  /** Undefined for one that the provider never got: its key may be forgotten by now, so it is looked for and not sent again. */
  private async ask(row: PayoutRow, provider: PayoutProvider): Promise<PayoutFacts | undefined> {
    if (row.providerRef !== null) return provider.fetch(row.providerRef);
    if (row.sentAt === null || maySendAgain(row.sentAt, new Date())) return this.send(orderOf(row), provider);
    this.logger.warn(`payout ${row.id}: nobody knows what became of its sending, ${row.provider} is asked for it`);
    return provider.find(orderOf(row), row.sentAt);
  }

  private async send(order: PayoutOrder, provider: PayoutProvider): Promise<PayoutFacts> {
    if (this.failpoints.armed) await this.failpoints.reach('payout.before-send');
    const facts = await provider.send(order);
    if (this.failpoints.armed) await this.failpoints.reach('payout.after-send');
    return facts;
  }

  private async takeFault(row: PayoutRow, error: unknown): Promise<void> {
    const fault = error instanceof ProviderFault ? error : undefined;
    const isSending = row.providerRef === null && row.sentAt !== null && maySendAgain(row.sentAt, new Date());
    const words = `payout ${row.id}: ${row.provider} ${fault?.kind ?? 'failed'}: ${String(error)}`;
    if (isSending && (fault?.kind === 'refused' || fault?.kind === 'unknown')) {
      this.logger.warn(words);
      return this.takeBack(row.id, fault.code ?? fault.kind);
    }
    // What the provider merely couldn't do now is everyday; anything else wants somebody to look.
    if (fault?.kind === 'unavailable') this.logger.warn(words);
    else this.logger.error(words);
    return this.postpone(row);
  }

  /** It was not sent and never will be. */
  private async takeBack(payoutId: string, failureCode: string): Promise<void> {
    await this.unitOfWork.run('return-payout', async (tx) => {
      const row = await this.repository.lock(tx, payoutId);
      // A webhook may have known better meanwhile.
      if (row?.status !== 'in_flight' || row.providerRef !== null) return;
      await this.moves.return(tx, row, { failureCode, providerRef: null });
    });
  }

  private async postpone(row: PayoutRow): Promise<void> {
    const dueAt = new Date(Date.now() + pauseAfter(row.attempts));
    await this.unitOfWork.run('postpone-payout', (tx) => this.repository.change(tx, row.id, 'in_flight', { dueAt }));
  }

  private async forEach(ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> {
    const waiting = ids.values();
    const worker = async (): Promise<void> => {
      for (const id of waiting) {
        await work(id).catch((error: unknown) => {
          this.logger.error(`payout ${id} was not moved and will be tried again: ${String(error)}`);
        });
      }
    };
    await Promise.all(Array.from({ length: CALLED_AT_ONCE_MAX }, worker));
  }
}

function orderOf(row: PayoutRow): PayoutOrder {
  const { currency, amountMinor } = moneyOf(row);
  const destinationRef = row.destination.ref;
  if (destinationRef === null) throw new Error('a payout was requested to a destination that was never opened');
  return { payoutId: row.id, destinationRef, amountMinor: Number(amountMinor), currency };
}
