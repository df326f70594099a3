import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { coinWord, formatCoins } from '@/lib/format';
import { loginPath } from '@/lib/next-path';

/** What stands between a text and its being sent, said above the composer. */
export type Notice =
  | { kind: 'coins'; priceMicrocoins: number; balanceMicrocoins: number }
  | { kind: 'price'; priceMicrocoins: number }
  | { kind: 'blocked' }
  | { kind: 'limit' }
  | { kind: 'invalid' }
  | { kind: 'signed-out'; conversationId: string };

interface ComposerNoticeProps {
  notice: Notice;
  name: string;
  onTopUp: () => void;
  onSend: () => void;
}

const coins = (microcoins: number) => `${formatCoins(microcoins)} ${coinWord(microcoins)}`;

/** Calm, exact, with the one thing to do next. What was written is never lost. */
export function ComposerNotice({ notice, name, onTopUp, onSend }: ComposerNoticeProps) {
  switch (notice.kind) {
    case 'coins':
      return (
        <Bar
          title={`A message to ${name} is ${coins(notice.priceMicrocoins)}; you have ${formatCoins(notice.balanceMicrocoins)}.`}
          hint="Whatever you write stays here while you top up."
          action={<Button onClick={onTopUp}>Top up</Button>}
        />
      );
    case 'price':
      return (
        <Bar
          title={`${name} now costs ${coins(notice.priceMicrocoins)} a message.`}
          hint="Nothing was sent and nothing was charged."
          action={<Button onClick={onSend}>Send for {coins(notice.priceMicrocoins)}</Button>}
        />
      );
    case 'blocked':
      return (
        <Bar title="Your wallet can’t spend right now." hint="Nothing was charged. Write to support to sort it out." />
      );
    case 'limit':
      return (
        <Bar
          title="This message is above the spending limit you set."
          hint="Nothing was sent and nothing was charged."
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
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-medium">{title}</p>
        <p className="text-sm text-muted">{hint}</p>
      </div>
      {action}
    </div>
  );
}
