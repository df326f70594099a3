'use client';

import type { Payment } from '@troupe/contracts/http/payment';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Coin } from '@/components/brand/coin';
import { Button } from '@/components/ui/button';
import { describeError } from '@/lib/errors';
import { coinWord, formatCoins, formatFiat } from '@/lib/format';
import { RehearsalTape } from './rehearsal-tape';
import type { TillState } from './use-sandbox-payment';
import { useSandboxPayment } from './use-sandbox-payment';

interface TillProps {
  payment: Payment;
  /** Where the way back leads, as the words of its button: `Back to your message`. */
  backLabel: string;
  onBack: () => void;
}

/** The sandbox's counter: what you get, what it would cost, one button. Then the coins. */
export function Till({ payment, backLabel, onBack }: TillProps) {
  const { state, problem, pay, cancel } = useSandboxPayment(payment);
  if (state === 'open' || state === 'paying' || state === 'cancelling') {
    return (
      <div className="grid gap-5">
        <RehearsalTape />
        <Bill payment={payment} />
        {problem === null ? null : (
          <p role="alert" className="text-danger-ink">
            {describeError(problem).title}. {describeError(problem).hint}
          </p>
        )}
        <div className="grid gap-2">
          <Button size="lg" busy={state === 'paying'} onClick={pay}>
            Pay {formatFiat(payment.price)} in play money
          </Button>
          <Button variant="ghost" busy={state === 'cancelling'} onClick={cancel}>
            Cancel
          </Button>
        </div>
        <p role="status" className="sr-only">
          {state === 'paying' ? 'Paying. One moment.' : ''}
        </p>
      </div>
    );
  }
  return <Ending state={state} payment={payment} backLabel={backLabel} onBack={onBack} />;
}

function Bill({ payment }: { payment: Payment }) {
  return (
    <dl className="grid gap-2">
      <Row term={`${payment.packName} pack`}>
        {formatCoins(payment.coinsMicrocoins)} {coinWord(payment.coinsMicrocoins)}
      </Row>
      {payment.bonusMicrocoins === 0 ? null : (
        <Row term="Bonus">
          {formatCoins(payment.bonusMicrocoins)} {coinWord(payment.bonusMicrocoins)}
        </Row>
      )}
      <div className="my-1 border-t border-line" />
      <Row term="Would cost" strong>
        {formatFiat(payment.price)}
      </Row>
      <Row term="Costs today" strong>
        nothing
      </Row>
    </dl>
  );
}

function Row({ term, strong = false, children }: { term: string; strong?: boolean; children: ReactNode }) {
  return (
    <div className={strong ? 'flex justify-between gap-4 font-semibold' : 'flex justify-between gap-4'}>
      <dt>{term}</dt>
      <dd className="font-mono tabular-nums">{children}</dd>
    </div>
  );
}

const ENDINGS: Record<Exclude<TillState, 'open' | 'paying' | 'cancelling'>, { title: string; hint: string }> = {
  succeeded: { title: 'The coins are yours', hint: 'They are in your wallet now. No money moved.' },
  cancelled: { title: 'Cancelled', hint: 'Nothing was bought and nothing was charged.' },
  failed: { title: 'The payment failed', hint: 'Nothing was bought and nothing was charged. You can start again.' },
  late: {
    title: 'Almost there',
    hint: 'Your payment is in; the coins arrive within a minute. You can go on meanwhile.',
  },
};

interface EndingProps extends TillProps {
  state: keyof typeof ENDINGS;
}

function Ending({ state, payment, backLabel, onBack }: EndingProps) {
  const button = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: the focus goes to the way on, and a screen reader hears where it is.
  useEffect(() => button.current?.focus(), []);
  const total = payment.coinsMicrocoins + payment.bonusMicrocoins;
  return (
    <div className="grid justify-items-center gap-5 pt-2 text-center">
      {state === 'succeeded' ? (
        <p className="flex items-center gap-3 font-mono text-2xl font-semibold tabular-nums">
          <Coin size={44} />+{formatCoins(total)}
          <span className="sr-only"> {coinWord(total)}</span>
        </p>
      ) : null}
      <div role="status" className="grid gap-1">
        <p className="font-display text-xl font-semibold">{ENDINGS[state].title}</p>
        <p className="text-muted">{ENDINGS[state].hint}</p>
      </div>
      <Button ref={button} size="lg" onClick={onBack} className="w-full">
        {backLabel}
      </Button>
    </div>
  );
}
