import { PAYOUT_RULES } from '@troupe/contracts/economy';
import type { PayoutReviewReason } from '@troupe/contracts/http/payout';

/** Why a person has to look at a payout first; nothing for one that may go at once. Microcoins. */
export function reviewReasons(
  wasPaidBefore: boolean,
  payers: { total: bigint; largest: bigint },
): PayoutReviewReason[] {
  const reasons: PayoutReviewReason[] = [];
  if (!wasPaidBefore) reasons.push('first_payout');
  const isWorthIt = payers.total >= BigInt(PAYOUT_RULES.concentratedFromMicrocoins);
  if (isWorthIt && payers.largest * 100n >= payers.total * BigInt(PAYOUT_RULES.concentratedPercent)) {
    reasons.push('concentrated_payers');
  }
  return reasons;
}
