import type { PayoutStatus } from '@troupe/contracts/http/payout';
import type { PayoutFacts } from '../../domain/payout-facts.ts';

/**
 * What a fact about a payout makes of it. Facts come twice and in any order: paid never goes back to in flight, a return is final, and one that was
 * never sent is moved by nothing from outside.
 */
export function nextMove(status: PayoutStatus, fact: PayoutFacts['status']): 'paid' | 'returned' | 'none' {
  if (fact === 'paid' && status === 'in_flight') return 'paid';
  if (fact === 'returned' && (status === 'in_flight' || status === 'paid')) return 'returned';
  return 'none';
}
