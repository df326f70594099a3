import Link from 'next/link';
import type { ReactNode } from 'react';
import { Wordmark } from '@/components/brand/wordmark';
import { buttonClass } from '@/components/ui/button';
import { Bell } from '@/features/notification/bell';
import { BellLine } from '@/features/notification/bell-line';
import { BalanceChip } from './balance-chip';
import { NavLinks } from './nav-links';

/**
 * The house around every page: a bar at the foot of a phone, a slim rail on the left elsewhere. A page that carries
 * `data-immersive` gets a phone's whole height (chat).
 */
export function Shell({ signedIn, children }: { signedIn: boolean; children: ReactNode }) {
  return (
    <div className="shell">
      {signedIn ? <BellLine /> : null}
      <a href="#main" className="skip-link">
        Skip to content
      </a>
      <header className="top-bar">
        <Link href="/" aria-label="Troupe, discover" className="inline-flex h-11 items-center">
          <Wordmark height={26} />
        </Link>
        {signedIn ? (
          <div className="-mr-2 flex items-center">
            <Bell />
            <BalanceChip />
          </div>
        ) : (
          <VisitorLinks />
        )}
      </header>
      <nav aria-label="Main" className="rail">
        <Link href="/" aria-label="Troupe, discover" className="mb-5 grid h-11 place-items-center">
          <Wordmark height={21} />
        </Link>
        <NavLinks className="grid w-full gap-1" />
        <div className="mt-auto w-full">
          {signedIn ? (
            <div className="grid justify-items-center gap-1">
              <Bell />
              <BalanceChip stacked />
            </div>
          ) : (
            <Link href="/login" prefetch={false} className="nav-item font-medium text-ink">
              Sign in
            </Link>
          )}
        </div>
      </nav>
      <main id="main" tabIndex={-1} className="stage-floor">
        {children}
      </main>
      <nav aria-label="Main" className="bottom-bar">
        <NavLinks className="flex w-full" />
      </nav>
    </div>
  );
}

function VisitorLinks() {
  return (
    <div className="-mr-2 flex items-center gap-1">
      <Link href="/login" prefetch={false} className={buttonClass({ variant: 'ghost', className: 'px-4' })}>
        Sign in
      </Link>
      <Link href="/register" prefetch={false} className={buttonClass({ variant: 'quiet', className: 'px-4' })}>
        Join
      </Link>
    </div>
  );
}
