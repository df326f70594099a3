/** What a provider says about a payout that was sent. `paid` and `returned` can both be true of one: the return came last, and stands. */
export interface PayoutFacts {
  ref: string;
  status: 'in_flight' | 'paid' | 'returned';
  /** What the provider charged for it, when it said so. */
  feeMinor: number | null;
  /** Why it came back: the provider's code. */
  failureCode: string | null;
}
