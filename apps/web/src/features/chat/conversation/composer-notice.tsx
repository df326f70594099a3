import { X } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { formatPrice } from '@/lib/format';
import { loginPath } from '@/lib/next-path';
import { owedWords } from '@/lib/owed';
import type { Notice } from './notice';
import { lowTitle, PRICED_ACTIONS, pricedTitle, shortTitle } from './notice-words';

interface ComposerNoticeProps {
  notice: Notice;
  name: string;
  /** Prices are the most that something can cost. */
  byTokens: boolean;
  onTopUp: () => void;
  onSend: () => void;
  onHideLow: () => void;
}

/** Calm, exact, with the one thing to do next. What was written is never lost. */
export function ComposerNotice({ notice, name, byTokens, onTopUp, onSend, onHideLow }: ComposerNoticeProps) {
  switch (notice.kind) {
    case 'coins':
      return (
        <Bar
          title={shortTitle(name, notice, byTokens)}
          hint="Whatever you write stays here while you top up."
          action={<Button onClick={onTopUp}>Top up</Button>}
        />
      );
    case 'low':
      return (
        <Bar
          title={lowTitle(name, notice, byTokens)}
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
    case 'price': {
      const { again, priceMicrocoins } = notice;
      const what = again?.what ?? 'message';
      const price = formatPrice(priceMicrocoins, byTokens);
      return (
        <Bar
          title={pricedTitle(what, name, price, byTokens)}
          hint="Nothing was sent and nothing was charged."
          action={
            <Button onClick={() => (again === null ? onSend() : again.ask(priceMicrocoins))}>
              {PRICED_ACTIONS[what]} for {price}
            </Button>
          }
        />
      );
    }
    case 'blocked':
      return notice.owedMicrocoins === 0 ? (
        <Bar title="Your wallet can’t spend right now." hint="Nothing was charged. Write to support to sort it out." />
      ) : (
        <Bar
          title={owedWords(notice) ?? ''}
          hint="Until then nothing can be sent. Whatever you write stays here."
          action={<Button onClick={onTopUp}>Top up</Button>}
        />
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
