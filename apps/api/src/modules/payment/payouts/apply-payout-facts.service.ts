import { Injectable, Logger } from '@nestjs/common';
import type { PayoutStatus } from '@troupe/contracts/http/payout';
import { type Tx, UnitOfWork } from '@troupe/database';
import type { PayoutFacts } from '../domain/payout-facts.ts';
import { pauseAfter } from './domain/next-call.ts';
import { nextMove } from './domain/next-move.ts';
import { MovePayoutService } from './move-payout.service.ts';
import { type PayoutRow, PayoutsRepository } from './payouts.repository.ts';

/** Of a payout that its provider did not know, long after it was sent. */
export const NEVER_ARRIVED = 'never_arrived';

/** Which payout a provider speaks of: by our id, where it kept that, or by any name of its own. */
export interface PayoutTarget {
  provider: string;
  payoutId: string | null;
  refs: readonly string[];
}

/** `unknown`: no payout of this provider is called so (yet). */
export type AppliedFacts =
  | { outcome: 'unknown' }
  | { outcome: 'moved' | 'unchanged'; payoutId: string; userId: string; status: PayoutStatus };

/** The one door for what providers say of payouts: the sender, the poller and the webhooks all come here. */
@Injectable()
export class ApplyPayoutFactsService {
  private readonly logger = new Logger('Payouts');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PayoutsRepository,
    private readonly moves: MovePayoutService,
  ) {}

  /** Opens a transaction. */
  async applyNow(target: PayoutTarget, facts: PayoutFacts): Promise<AppliedFacts> {
    return this.unitOfWork.run('apply-payout-facts', (tx) => this.apply(tx, target, facts));
  }

  /** Joins the caller's transaction. Facts may come as often as they like and in any order: each step is made once. */
  async apply(tx: Tx, target: PayoutTarget, facts: PayoutFacts): Promise<AppliedFacts> {
    const payoutId =
      target.payoutId ?? (await this.repository.findByRefs(tx, target.provider, [...target.refs, facts.ref]));
    const row = payoutId === undefined ? null : await this.repository.lock(tx, payoutId);
    if (row === null || row.provider !== target.provider) return { outcome: 'unknown' };
    const move = nextMove(row.status, facts.status);
    if (move === 'paid') await this.moves.complete(tx, row, facts);
    else if (move === 'returned')
      await this.moves.return(tx, row, { failureCode: facts.failureCode, providerRef: facts.ref });
    else if (row.status === 'in_flight') await this.remember(tx, row, facts);
    if (row.failureCode === NEVER_ARRIVED && facts.status !== 'returned')
      this.logger.error(`payout ${row.id} was given back as never arrived, and ${row.provider} has it after all`);
    const status = move === 'none' ? row.status : move;
    return { outcome: move === 'none' ? 'unchanged' : 'moved', payoutId: row.id, userId: row.userId, status };
  }

  /** Still on its way: under which name, and when to ask again. */
  private async remember(tx: Tx, row: PayoutRow, facts: PayoutFacts): Promise<void> {
    const dueAt = new Date(Date.now() + pauseAfter(row.attempts));
    await this.repository.change(tx, row.id, 'in_flight', { providerRef: row.providerRef ?? facts.ref, dueAt });
  }
}
