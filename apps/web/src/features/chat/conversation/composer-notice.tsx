import { X } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { coinWord, formatCoins } from '@/lib/format';
import { loginPath } from '@/lib/next-path';
import type { Notice, PricedAgain } from './notice';

interface ComposerNoticeProps {
  notice: Notice;
  name: string;
  onTopUp: () => void;
  onSend: () => void;
  onHideLow: () => void;
}

const PRICED: Record<PricedAgain['what'], { title: (name: string, price: string) => string; action: string }> = {
  message: { title: (name, price) => `${name} now costs ${price} a message.`, action: 'Send' },
  edit: { title: (name, price) => `${name} now costs ${price} a message.`, action: 'Send' },
  more: { title: (name, price) => `To let ${name} go on costs ${price}.`, action: 'Go on' },
  take: { title: (_, price) => `No free take is left here today: another one is ${price}.`, action: 'Another take' },
};

const coins = (microcoins: number) => `${formatCoins(microcoins)} ${coinWord(microcoins)}`;

/** Calm, exact, with the one thing to do next. What was written is never lost. */
export function ComposerNotice({ notice, name, onTopUp, onSend, onHideLow }: ComposerNoticeProps) {
  switch (notice.kind) {
    case 'coins':
      return (
        <Bar
          title={`A message to ${name} is ${coins(notice.priceMicrocoins)}; you have ${formatCoins(notice.balanceMicrocoins)}.`}
          hint="Whatever you write stays here while you top up."
          action={<Button onClick={onTopUp}>Top up</Button>}
        />
      );
    case 'low': {
      const left = Math.floor(notice.balanceMicrocoins / notice.priceMicrocoins);
      return (
        <Bar
          title={`${coins(notice.balanceMicrocoins)} left: ${left === 1 ? 'one more message' : `${left} more messages`} to ${name}`}
          hint="Top up whenever you like; nothing stops in the middle."
          action={
            <div className="flex">
              <Button variant="quiet" onClick={onTopUp} className="px-4">
                Top up
              </Button>
              <button
                type="button"
                aria-label="Put this away"
                onClick={onHideLow}
                className={buttonClass({ variant: 'ghost', size: 'icon', className: '-mr-2' })}
              >
                <X size={18} aria-hidden="true" />
              </button>
            </div>
          }
        />
      );
    }
    case 'price': {
      const { again, priceMicrocoins } = notice;
      const { title, action } = PRICED[again?.what ?? 'message'];
      return (
        <Bar
          title={title(name, coins(priceMicrocoins))}
          hint="Nothing was sent and nothing was charged."
          action={
            <Button onClick={() => (again === null ? onSend() : again.ask(priceMicrocoins))}>
              {action} for {coins(priceMicrocoins)}
            </Button>
          }
        />
      );
    }
    case 'blocked':
      return (
        <Bar title="Your wallet can’t spend right now." hint="Nothing was charged. Write to support to sort it out." />
      );
    case 'limit':
      return (
        <Bar
          title="That would pass a spending limit you set."
          hint="A limit per message or per day; you can change both. Nothing was charged."
          action={
            <Link href="/wallet" className={buttonClass()}>
              Your limits
            </Link>
          }
        />
      );
    case 'invalid':
      return <Bar title="This message has characters we can’t send." hint="Change it a little; nothing was charged." />;
    case 'signed-out':
      return (
        <Bar
          title="Your session has ended."
          hint="Your words stay here while you sign in again."
          action={
            <Link href={loginPath(`/chat/${notice.conversationId}`)} className={buttonClass()}>
              Sign in
            </Link>
          }
        />
      );
  }
}

function Bar({ title, hint, action }: { title: string; hint: string; action?: ReactNode }) {
  return (
    <div role="status" className="composer-notice">
      <div className="min-w-0 flex-1 basis-44">
        <p className="font-medium">{title}</p>
        <p className="text-sm text-muted">{hint}</p>
      </div>
      {action}
    </div>
  );
}
