import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { SearchingMark } from './searching-mark';

/** A choice among others that leads to an address, for tags, sorts and filters. */
export function ChipLink({ href, selected, children }: { href: string; selected: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-current={selected ? 'true' : undefined}
      className={cn(
        'inline-flex h-11 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full border px-4 text-sm font-medium',
        'transition-colors duration-150',
        selected ? 'border-ink bg-ink text-ground' : 'border-line text-ink hover:border-line-strong hover:bg-raised',
      )}
    >
      {children}
      <SearchingMark />
    </Link>
  );
}
