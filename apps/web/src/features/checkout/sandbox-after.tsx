'use client';

import type { SandboxOutcome } from '@troupe/contracts/http/payment';
import { Button } from '@/components/ui/button';
import { paymentWords } from './payment-words';
import type { useSandboxDesk } from './use-sandbox-desk';

/** What may happen to money that has been paid: it goes back, or a bank takes it. */
export function SandboxAfter({ desk }: { desk: ReturnType<typeof useSandboxDesk> }) {
  const { payment } = desk;
  const { label, sentence } = paymentWords(payment);
  const disputed = payment.dispute === 'open';
  const left = payment.price.amountMinor - payment.refundedMinor - payment.disputedMinor;
  const choices: [SandboxOutcome, string][] = disputed
    ? [
        ['dispute_won', 'The house wins'],
        ['dispute_lost', 'The bank wins'],
      ]
    : [
        ['refunded', 'Refund it'],
        ['disputed', 'Dispute it'],
      ];
  return (
    <section aria-labelledby="afterwards" className="grid gap-3 border-t border-line pt-5">
      <h2 id="afterwards" className="text-lg">
        What may come afterwards
      </h2>
      {payment.refundedMinor + payment.disputedMinor > 0 ? null : (
        <p role="status" className="text-sm text-muted">
          <strong className="font-semibold text-ink">{label}.</strong> {sentence}
        </p>
      )}
      {left > 0 || disputed ? (
        <div className="sandbox-others">
          {choices.map(([outcome, words]) => (
            <Button key={outcome} variant="quiet" busy={desk.busy === outcome} onClick={() => desk.press(outcome)}>
              {words}
            </Button>
          ))}
        </div>
      ) : null}
    </section>
  );
}
