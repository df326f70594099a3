import { Injectable } from '@nestjs/common';
import { PAYOUT_RULES } from '@troupe/contracts/economy';
import type { PayoutReviewReason } from '@troupe/contracts/http/payout';
import { CoinFacade } from '../../coin/index.ts';
import { reviewReasons } from './domain/review-reasons.ts';
import { relatedPayer } from './payouts.errors.ts';
import { type PayoutRow, PayoutsRepository } from './payouts.repository.ts';
import { RiskSignals } from './risk-signals.service.ts';

/** Judges where the earnings of a payout come from: the shares that are new since the payout before. */
@Injectable()
export class JudgePayoutService {
  constructor(
    private readonly repository: PayoutsRepository,
    private readonly coin: CoinFacade,
    private readonly signals: RiskSignals,
  ) {}

  /** Why a person has to look at what this creator would request now; nothing when it may go at once. */
  async reviewReasons(creatorId: string): Promise<PayoutReviewReason[]> {
    const earlier = await this.repository.earlier(creatorId);
    const payers = await this.coin.payersOf(creatorId, earlier.maturedUpto, PAYOUT_RULES.concentratedPayersMax);
    return reviewReasons(earlier.wasPaid, payers);
  }

  /** Throws `payout_related_payer` when one of the payers is the creator, or may well be. */
  async requireUnrelated(creatorId: string): Promise<void> {
    const { maturedUpto } = await this.repository.earlier(creatorId);
    if ((await this.signals.relatedPayers(creatorId, maturedUpto)).length > 0) throw relatedPayer();
  }

  /** What stands against sending a payout now, which nobody may have known when it was requested or approved. */
  async objection(payout: PayoutRow): Promise<'wallet_suspended' | 'receivable_open' | 'related_payer' | undefined> {
    const standing = await this.coin.payoutStanding(payout.userId, PAYOUT_RULES.reserveDays);
    if (standing === undefined || standing.suspended) return 'wallet_suspended';
    if (standing.receivable > 0n) return 'receivable_open';
    const after = await this.repository.maturedBefore(payout);
    return (await this.signals.relatedPayers(payout.userId, after)).length > 0 ? 'related_payer' : undefined;
  }
}
