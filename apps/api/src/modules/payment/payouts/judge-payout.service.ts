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
  async requireUnrelated(creatorId: string, payout?: PayoutRow): Promise<void> {
    const after =
      payout === undefined
        ? (await this.repository.earlier(creatorId)).maturedUpto
        : await this.repository.maturedBefore(payout);
    if ((await this.signals.relatedPayers(creatorId, after)).length > 0) throw relatedPayer();
  }
}
