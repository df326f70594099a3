'use client';

import type { Payment } from '@troupe/contracts/http/payment';
import { useEffect, useRef } from 'react';
import { Coin } from '@/components/brand/coin';
import { Button } from '@/components/ui/button';
import { useBalance } from '@/lib/balance';
import { coinWord, formatCoins } from '@/lib/format';
import { failureReason } from './failure';
import { paymentWords } from './payment-words';
import type { PaymentView } from './use-payment';

interface Words {
  title: string;
  hint: string;
}

const WORDS: Record<Exclude<PaymentView, 'open' | 'succeeded' | 'failed'>, Words> = {
  waiting: { title: 'Paid', hint: 'The coins come as soon as the provider tells us. You can go on meanwhile.' },
  late: {
    title: 'Paid, and not confirmed yet',
    hint: 'Some ways to pay take hours. The coins come by themselves; your purchases show how it stands.',
  },
  cancelled: { title: 'Cancelled', hint: 'Nothing was bought and nothing was charged.' },
};

export interface OutcomeProps {
  view: Exclude<PaymentView, 'open'>;
  payment: Payment;
  /** Where the way back leads, as the words of its button: `Back to your message`. */
  backLabel: string;
  onBack: () => void;
  /** Pays again, after a failure or a cancellation. */
  onAgain?: (() => void) | undefined;
  onLook: () => void;
}

/** What came of a payment, and the way on. */
export function Outcome({ view, payment, backLabel, onBack, onAgain, onLook }: OutcomeProps) {
  const balance = useBalance();
  const total = payment.coinsMicrocoins + payment.bonusMicrocoins;
  const { title, hint } = wordsOf(view, payment, balance?.balanceMicrocoins ?? null);
  return (
    <div className="grid justify-items-center gap-5 pt-2 text-center">
      {view === 'succeeded' && !wentBack(payment) ? (
        <p className="flex items-center gap-3 font-mono text-2xl font-semibold tabular-nums">
          <Coin size={44} />+{formatCoins(total)}
          <span className="sr-only"> {coinWord(total)}</span>
        </p>
      ) : null}
      {view === 'waiting' ? <WaitingCoin /> : null}
      <div role="status" className="grid gap-1">
        <p className="font-display text-xl font-semibold">{title}</p>
        <p className="text-balance text-muted">{hint}</p>
      </div>
      <WaysOn key={view} {...{ view, backLabel, onBack, onAgain, onLook }} />
    </div>
  );
}

/** The buttons of one outcome; keyed by it, for each has its own way on. */
function WaysOn({ view, backLabel, onBack, onAgain, onLook }: Omit<OutcomeProps, 'payment'>) {
  const focus = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: the focus goes to the way on, and a screen reader hears where it is.
  useEffect(() => focus.current?.focus({ preventScroll: true }), []);
  const retry = view === 'failed' || view === 'cancelled' ? onAgain : view === 'late' ? onLook : undefined;
  return (
    <div className="grid w-full gap-2">
      {retry === undefined ? null : (
        <Button ref={focus} size="lg" onClick={retry}>
          {view === 'late' ? 'Look again' : 'Try again'}
        </Button>
      )}
      <Button
        ref={retry === undefined ? focus : null}
        size="lg"
        variant={retry === undefined && view !== 'waiting' ? 'primary' : 'quiet'}
        onClick={onBack}
      >
        {backLabel}
      </Button>
    </div>
  );
}

/** A coin that is on its way. */
function WaitingCoin() {
  return (
    <span aria-hidden="true" className="waiting-coin">
      <Coin size={44} />
    </span>
  );
}

const wentBack = ({ refundedMinor, disputedMinor }: Payment): boolean => refundedMinor + disputedMinor > 0;

function wordsOf(view: OutcomeProps['view'], payment: Payment, balanceMicrocoins: number | null): Words {
  switch (view) {
    case 'succeeded': {
      if (wentBack(payment)) {
        const { label, sentence } = paymentWords(payment);
        return { title: label, hint: sentence };
      }
      const have =
        balanceMicrocoins === null
          ? 'They are in your wallet now.'
          : `You have ${formatCoins(balanceMicrocoins)} ${coinWord(balanceMicrocoins)} now.`;
      return { title: 'The coins are yours', hint: payment.provider === 'sandbox' ? `${have} No money moved.` : have };
    }
    case 'failed':
      return {
        title: 'The payment failed',
        hint: `${failureReason(payment.failureCode)} Nothing was bought and nothing was charged.`,
      };
    default:
      return WORDS[view];
  }
}
