'use client';

import Link from 'next/link';
import { useRef } from 'react';
import { Coin } from '@/components/brand/coin';
import { useBalance } from '@/lib/balance';
import { cn } from '@/lib/cn';
import { coinWord, formatCoins } from '@/lib/format';

/** The balance, always in sight; the figures roll when they change. Nothing for a visitor. */
export function BalanceChip({ stacked = false, className }: { stacked?: boolean; className?: string }) {
  const balance = useBalance();
  if (balance === null) return null;
  const amount = balance.balanceMicrocoins;
  return (
    <Link
      href="/wallet"
      aria-label={`Balance: ${formatCoins(amount)} ${coinWord(amount)}. Open wallet`}
      className={cn(
        'inline-flex min-h-11 items-center justify-center gap-1.5 rounded-full px-3 hover:bg-raised',
        stacked && 'w-full flex-col gap-1 rounded-card px-1 py-2',
        className,
      )}
    >
      <Coin size={stacked ? 24 : 18} />
      <RollingFigures text={formatCoins(amount)} amount={amount} />
    </Link>
  );
}

function RollingFigures({ text, amount }: { text: string; amount: number }) {
  const previous = useRef(amount);
  const direction = amount === previous.current ? undefined : amount > previous.current ? 'up' : 'down';
  return (
    <span className="overflow-clip text-sm">
      <span
        key={text}
        ref={() => {
          previous.current = amount;
        }}
        data-roll={direction}
        className="block font-mono font-medium tabular-nums"
      >
        {text}
      </span>
    </span>
  );
}
