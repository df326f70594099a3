import type { Payout, PayoutEvent, PayoutObstacle } from '@troupe/contracts/http/payout';
import type { StatusTone } from '../../../components/ui/status-chip';

const RETURNS: Record<string, string> = {
  account_closed: 'The account is closed.',
  invalid_account: 'There is no such account.',
  beneficiary_bank_offline: 'The bank could not be reached.',
  no_account: 'There is no such account.',
  debit_not_authorized: 'The bank refused it.',
  insufficient_funds: 'The provider could not pay it at the time.',
  reversed: 'The provider took it back.',
  never_arrived: 'It never reached the provider.',
};

/** Why money came back from a bank, in a sentence. */
export function returnReason(code: string | null): string {
  return RETURNS[code ?? ''] ?? 'The bank sent it back.';
}

type Told = Pick<Payout, 'status' | 'inReview' | 'failureCode' | 'rejectionReason'>;

/** Where a payout stands, in a word and in a sentence. */
export function payoutWords(payout: Told): { label: string; tone: StatusTone; sentence: string } {
  switch (payout.status) {
    case 'requested':
      return payout.inReview
        ? { label: 'In review', tone: 'wait', sentence: 'Somebody of ours looks at it first. You can still cancel it.' }
        : { label: 'Requested', tone: 'wait', sentence: 'It is sent within minutes.' };
    case 'in_flight':
      return { label: 'On its way', tone: 'wait', sentence: 'The provider has it. Banks take up to a few days.' };
    case 'paid':
      return { label: 'Paid', tone: 'good', sentence: 'It has arrived.' };
    case 'returned':
      return {
        label: 'Returned',
        tone: 'bad',
        sentence: `${returnReason(payout.failureCode)} The coins are back in your earnings.`,
      };
    case 'cancelled':
      return { label: 'Cancelled', tone: 'plain', sentence: 'You cancelled it. The coins are back in your earnings.' };
    case 'rejected':
      return {
        label: 'Turned down',
        tone: 'bad',
        sentence: `${payout.rejectionReason ?? 'No reason was given.'} The coins are back in your earnings.`,
      };
  }
}

export const EVENT_WORDS: Record<PayoutEvent['kind'], string> = {
  requested: 'Requested',
  approved: 'Approved after a look',
  sent: 'Sent to the provider',
  paid: 'Arrived',
  returned: 'Came back',
  cancelled: 'Cancelled',
  rejected: 'Turned down',
  held_back: 'Held back for a look',
  stalled: 'Looked into: the provider did not answer',
};

/** Why nothing can be requested now, and what to do. */
export const OBSTACLE_WORDS: Record<PayoutObstacle, string> = {
  unavailable: 'Payouts aren’t set up in this house yet. Your earnings stay yours.',
  wallet_blocked: 'Your wallet is blocked. Write to support to sort it out.',
  receivable_open: 'Something is owed to the house. It has to be settled before anything is paid out.',
  profile_missing: 'First tell us who is paid.',
  destination_missing: 'Add a place where the money goes.',
  below_minimum: 'There isn’t enough yet for the smallest payout.',
};
