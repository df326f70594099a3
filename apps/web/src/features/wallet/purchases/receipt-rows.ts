import type { Payment } from '@troupe/contracts/http/payment';

export interface ReceiptRow {
  what: string;
  microcoins: number | null;
  /** In the payment's currency; what went back is negative. */
  amountMinor: number | null;
  total?: boolean;
}

/** The lines of a receipt. The last one is what was paid and stayed paid. */
export function receiptRows(payment: Payment): ReceiptRow[] {
  const { packName, coinsMicrocoins, bonusMicrocoins, promotion, price, refundedMinor, disputedMinor } = payment;
  const paidMinor = payment.status === 'succeeded' ? price.amountMinor : 0;
  const back = (what: string, amountMinor: number): ReceiptRow[] =>
    amountMinor === 0 ? [] : [{ what, microcoins: null, amountMinor: -amountMinor }];
  return [
    { what: `${packName} pack`, microcoins: coinsMicrocoins, amountMinor: price.amountMinor },
    ...(bonusMicrocoins === 0
      ? []
      : [
          {
            what: promotion === null ? 'Bonus coins' : `Bonus coins, with “${promotion}”`,
            microcoins: bonusMicrocoins,
            amountMinor: 0,
          },
        ]),
    ...(paidMinor === 0 ? back('Not paid', price.amountMinor) : []),
    ...back('Refunded', refundedMinor),
    ...back(payment.dispute === 'open' ? 'Held by the bank for a dispute' : 'Taken back by the bank', disputedMinor),
    { what: 'Total paid', microcoins: null, amountMinor: paidMinor - refundedMinor - disputedMinor, total: true },
  ];
}
