import type { Payment } from '@troupe/contracts/http/payment';
import type { StatusTone } from '../../components/ui/status-chip';
import { formatFiat } from '../../lib/format';
import { failureReason } from './failure';

export interface PaymentWords {
  label: string;
  tone: StatusTone;
  sentence: string;
}

type Told = Pick<Payment, 'status' | 'dispute' | 'refundedMinor' | 'disputedMinor' | 'price' | 'failureCode'>;

/** Where a payment stands, in a word and in a sentence. */
export function paymentWords(payment: Told): PaymentWords {
  switch (payment.status) {
    case 'created':
      return { label: 'Not paid', tone: 'plain', sentence: 'Opened and never paid. Nothing was charged.' };
    case 'pending':
      return { label: 'Pending', tone: 'wait', sentence: 'The coins come as soon as the provider tells us.' };
    case 'failed':
      return {
        label: 'Failed',
        tone: 'bad',
        sentence: `${failureReason(payment.failureCode)} Nothing was charged.`,
      };
    case 'cancelled':
      return { label: 'Cancelled', tone: 'plain', sentence: 'Nothing was bought and nothing was charged.' };
    case 'succeeded':
      return paidWords(payment);
  }
}

function paidWords({ dispute, refundedMinor, disputedMinor, price }: Told): PaymentWords {
  const money = (amountMinor: number) => formatFiat({ currency: price.currency, amountMinor });
  if (dispute === 'open') {
    const sentence = `The bank has taken ${money(disputedMinor)} back while it decides, and the coins with it.`;
    return { label: 'Disputed', tone: 'bad', sentence };
  }
  if (dispute === 'lost') {
    const sentence = `The bank gave ${money(disputedMinor)} back for good, and the coins went with it.`;
    return { label: 'Dispute: money back', tone: 'bad', sentence };
  }
  if (refundedMinor >= price.amountMinor) {
    return { label: 'Refunded', tone: 'plain', sentence: 'All of it went back, and the coins with it.' };
  }
  if (refundedMinor > 0) {
    const sentence = `${money(refundedMinor)} of ${money(price.amountMinor)} went back, and that share of the coins.`;
    return { label: 'Partly refunded', tone: 'plain', sentence };
  }
  if (dispute === 'won') {
    const sentence = 'The dispute is over, the payment stands and the coins are back.';
    return { label: 'Paid, dispute closed', tone: 'good', sentence };
  }
  return { label: 'Paid', tone: 'good', sentence: 'The coins are in your wallet.' };
}
