const REASONS: Record<string, string> = {
  declined: 'The bank said no and gave no reason.',
  card_declined: 'The bank declined the card.',
  generic_decline: 'The bank declined the card and gave no reason.',
  do_not_honor: 'The bank declined the card and gave no reason.',
  insufficient_funds: 'There wasn’t enough money on it.',
  expired_card: 'The card has expired.',
  incorrect_cvc: 'The security code didn’t match.',
  incorrect_number: 'The card number isn’t right.',
  processing_error: 'The bank had a problem of its own.',
  authentication_required: 'The bank wanted to be sure it’s you, and wasn’t.',
  payment_intent_authentication_failure: 'The bank wanted to be sure it’s you, and wasn’t.',
  payment_cancelled: 'It was cancelled at the bank.',
  payment_timed_out: 'It took too long at the bank.',
  GATEWAY_ERROR: 'The bank couldn’t be reached.',
  BAD_REQUEST_ERROR: 'The bank or the app said no.',
};

/** Why a payment failed, in a sentence; providers' codes are many, and most say no more than "no". */
export function failureReason(code: string | null): string {
  return REASONS[code ?? ''] ?? 'The provider took no payment.';
}
