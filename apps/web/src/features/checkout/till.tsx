'use client';

import type { Payment, SandboxOutcome } from '@troupe/contracts/http/payment';
import { Button } from '@/components/ui/button';
import { describeError } from '@/lib/errors';
import { formatFiat } from '@/lib/format';
import { Bill } from './bill';
import { Outcome } from './outcome';
import { RehearsalTape } from './rehearsal-tape';
import { SandboxAfter } from './sandbox-after';
import type { PaymentView } from './use-payment';
import { useSandboxDesk } from './use-sandbox-desk';

interface TillProps {
  payment: Payment;
  /** Where the way back leads, as the words of its button: `Back to your message`. */
  backLabel: string;
  onBack: () => void;
  /** What may come after a payment is rehearsed here as well: refunds and disputes. */
  whole?: boolean;
}

type Desk = ReturnType<typeof useSandboxDesk>;

/** The sandbox's counter: what you get, what it would cost, one button. Then the coins. */
export function Till({ payment: opened, backLabel, onBack, whole = false }: TillProps) {
  const desk = useSandboxDesk(opened);
  const { payment, view } = desk;
  if (view === 'open') {
    return (
      <div className="grid gap-5">
        <RehearsalTape />
        <Bill payment={payment} />
        <Problem code={desk.problem} />
        <Button size="lg" busy={desk.busy === 'succeeded'} onClick={() => desk.press('succeeded')}>
          Pay {formatFiat(payment.price)} in play money
        </Button>
        <Others view={view} desk={desk} />
        <p role="status" className="sr-only">
          {desk.busy === 'succeeded' ? 'Paying. One moment.' : ''}
        </p>
      </div>
    );
  }
  const onAgain = view === 'failed' ? desk.tryAgain : undefined;
  return (
    <div className="grid gap-6">
      <Outcome
        view={view}
        payment={payment}
        backLabel={backLabel}
        onBack={onBack}
        onAgain={onAgain}
        onLook={desk.wait}
      />
      <Problem code={desk.problem} />
      {view === 'waiting' || view === 'late' ? <Others view={view} desk={desk} /> : null}
      {whole && view === 'succeeded' ? <SandboxAfter desk={desk} /> : null}
    </div>
  );
}

function Problem({ code }: { code: string | null }) {
  if (code === null) return null;
  const { title, hint } = describeError(code);
  return (
    <p role="alert" className="text-danger-ink">
      {title}. {hint}
    </p>
  );
}

const OPEN: readonly [SandboxOutcome, string][] = [
  ['pending', 'Pay later'],
  ['failed', 'Let it fail'],
  ['cancelled', 'Cancel'],
];
const WAITING: readonly [SandboxOutcome, string][] = [
  ['succeeded', 'Let the money arrive'],
  ['failed', 'Let it fail'],
];

/** What else may happen to a payment. */
function Others({ view, desk }: { view: PaymentView; desk: Desk }) {
  // Who has paid later once can't do so again after it failed: the provider only remembers what came last.
  const all = view === 'open' ? OPEN : WAITING;
  const choices = desk.payment.status === 'failed' ? all.filter(([outcome]) => outcome === 'cancelled') : all;
  return (
    <fieldset className="sandbox-others">
      <legend className="pb-2 text-sm text-muted">Or rehearse something else</legend>
      {choices.map(([outcome, label]) => (
        <Button key={outcome} variant="quiet" busy={desk.busy === outcome} onClick={() => desk.press(outcome)}>
          {label}
        </Button>
      ))}
    </fieldset>
  );
}
