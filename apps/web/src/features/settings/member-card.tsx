'use client';

import type { User } from '@troupe/contracts/http/auth';
import Link from 'next/link';
import { Coin } from '@/components/brand/coin';
import { useBalance } from '@/lib/balance';
import { coinWord, formatCoins } from '@/lib/format';

/** Who you are in this house, as a season ticket: the name on the card, the balance on its stub. */
export function MemberCard({ user }: { user: User }) {
  const balance = useBalance();
  return (
    <header className="member-card">
      <div className="grid min-w-0 content-between gap-6 p-5 md:p-6">
        <p className="text-sm opacity-75">Admit one</p>
        <div className="min-w-0">
          <h1 className="truncate text-2xl">{user.name}</h1>
          <p className="truncate text-sm opacity-80">
            @{user.handle} · {user.email}
          </p>
        </div>
      </div>
      {balance === null ? null : (
        <Link href="/wallet" className="member-card-stub">
          <Coin size={32} />
          <span className="font-mono text-xl font-medium tabular-nums">{formatCoins(balance.balanceMicrocoins)}</span>
          <span className="text-sm">{coinWord(balance.balanceMicrocoins)}</span>
        </Link>
      )}
    </header>
  );
}
