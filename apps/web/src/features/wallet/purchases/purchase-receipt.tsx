'use client';

import type { Payment } from '@troupe/contracts/http/payment';
import { Printer } from 'lucide-react';
import { Wordmark } from '@/components/brand/wordmark';
import { Button } from '@/components/ui/button';
import { Fact, Moment } from '@/components/ui/fact';
import { PROVIDER_WORDS } from '@/features/checkout/offer';
import { paymentWords } from '@/features/checkout/payment-words';
import { coinWord, formatCoins, formatFiat } from '@/lib/format';
import { receiptRows } from './receipt-rows';
import './receipt.css';

interface PurchaseReceiptProps {
  payment: Payment;
  /** Whose purchase it is. */
  buyer: { name: string; email: string };
  /** Where this was sold, as people type it: `troupe.example`. */
  house: string;
}

/** A purchase on one sheet of paper: who sold what to whom, when, for how much, and what went back. */
export function PurchaseReceipt({ payment, buyer, house }: PurchaseReceiptProps) {
  const { label, sentence } = paymentWords(payment);
  return (
    <article aria-label="Receipt" className="paper">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid gap-2">
          <Wordmark height={24} />
          <p className="text-sm">Sold by Troupe, {house}</p>
        </div>
        <p className="paper-status">{label}</p>
      </header>
      <h1 className="text-2xl">Receipt</h1>
      <dl className="paper-facts">
        <Fact term="Bought by">
          {buyer.name}, {buyer.email}
        </Fact>
        <Fact term="Opened">
          <Moment iso={payment.createdAt} />
        </Fact>
        {payment.settledAt === null ? null : (
          <Fact term="Paid">
            <Moment iso={payment.settledAt} />
          </Fact>
        )}
        <Fact term="Paid with">{PROVIDER_WORDS[payment.provider].label}</Fact>
        <Fact term="Payment">
          <span className="font-mono text-sm break-all">{payment.id}</span>
        </Fact>
      </dl>
      <table className="paper-lines">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Coins</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {receiptRows(payment).map((row) => (
            <tr key={row.what} className={row.total ? 'paper-total' : undefined}>
              <th scope="row">{row.what}</th>
              <td>
                {row.microcoins === null ? '' : formatCoins(row.microcoins)}
                {row.microcoins === null ? null : <span className="sr-only"> {coinWord(row.microcoins)}</span>}
              </td>
              <td>
                {row.amountMinor === null
                  ? ''
                  : formatFiat({ currency: payment.price.currency, amountMinor: row.amountMinor })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-sm">{sentence}</p>
      {payment.provider === 'sandbox' ? (
        <p className="text-sm font-semibold">A rehearsal in the sandbox: no money moved.</p>
      ) : null}
      <Button variant="quiet" onClick={() => print()} className="paper-button">
        <Printer size={18} aria-hidden="true" />
        Print it
      </Button>
    </article>
  );
}
