import Link from 'next/link';
import type { ReactNode } from 'react';
import { Footer } from '@/components/shell/footer';
import { buttonClass } from '@/components/ui/button';
import type { DiscoverQuery } from './discover-query';
import { SearchBox } from './search-box';

interface DiscoverFrameProps {
  query: DiscoverQuery;
  signedIn: boolean;
  children: ReactNode;
}

/** A page of the cast: the search above it, whatever was found below. */
export function DiscoverFrame({ query, signedIn, children }: DiscoverFrameProps) {
  return (
    <div className="discover">
      <div className="discover-head">
        <SearchBox query={query} />
        {signedIn ? null : <VisitorActions />}
      </div>
      {children}
      <Footer />
    </div>
  );
}

function VisitorActions() {
  return (
    <div className="ml-auto hidden shrink-0 gap-2 md:flex">
      <Link href="/login" prefetch={false} className={buttonClass({ variant: 'ghost' })}>
        Sign in
      </Link>
      <Link href="/register" prefetch={false} className={buttonClass({ variant: 'quiet' })}>
        Join
      </Link>
    </div>
  );
}
