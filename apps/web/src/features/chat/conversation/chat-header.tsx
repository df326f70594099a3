import type { PersonaBrief } from '@troupe/contracts/http/persona';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ViewTransition } from 'react';
import { BalanceChip } from '@/components/shell/balance-chip';
import { buttonClass } from '@/components/ui/button';
import { Avatar } from '@/components/ui/portrait';
import { coinWord, formatCoins } from '@/lib/format';

interface ChatHeaderProps {
  persona: PersonaBrief;
  /** What the fan calls the conversation, if anything. */
  title: string | null;
  priceMicrocoins: number;
  children: ReactNode;
}

/** Who is on stage, that it is an AI, and what a message costs: always in sight. */
export function ChatHeader({ persona, title, priceMicrocoins, children }: ChatHeaderProps) {
  return (
    <header className="chat-header">
      <Link
        href="/chat"
        aria-label="All chats"
        className={buttonClass({ variant: 'ghost', size: 'icon', className: 'md:hidden' })}
      >
        <ArrowLeft size={22} strokeWidth={1.7} aria-hidden="true" />
      </Link>
      <Link
        href={`/p/${persona.slug}`}
        className="flex min-h-13 min-w-0 flex-1 items-center gap-3 rounded-full py-1 pr-2 pl-1 md:flex-none"
      >
        <ViewTransition name={`portrait-${persona.slug}`} share="portrait" default="none">
          <span className="chat-face">
            <Avatar persona={persona} sizePx={46} />
          </span>
        </ViewTransition>
        <span className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
          <span className="flex items-center gap-2">
            <h1 className="truncate text-base leading-6 md:text-lg">{persona.name}</h1>
            <span className="ai-mark">
              AI<span className="sr-only"> character: everything it says is generated</span>
            </span>
          </span>
          <span className="truncate text-sm text-muted">
            {title === null ? null : <span className="text-ink">{title} · </span>}
            {priceMicrocoins === 0 ? 'Free' : <Price persona={persona} priceMicrocoins={priceMicrocoins} />}
          </span>
        </span>
      </Link>
      <BalanceChip className="ml-auto md:hidden" />
      {children}
    </header>
  );
}

function Price({ persona, priceMicrocoins }: Pick<ChatHeaderProps, 'persona' | 'priceMicrocoins'>) {
  return (
    <>
      {persona.tokenPrice === null ? null : 'up to '}
      <span className="font-mono text-xs font-medium tabular-nums">{formatCoins(priceMicrocoins)}</span>{' '}
      {coinWord(priceMicrocoins)} a message
    </>
  );
}
