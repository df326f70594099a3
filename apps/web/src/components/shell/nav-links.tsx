'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/lib/cn';
import { NAV_ITEMS } from './nav-items';

/** The five places of the app. The one you are in stands in a small light. */
export function NavLinks({ className }: { className?: string }) {
  const pathname = usePathname();
  return (
    <ul className={className}>
      {NAV_ITEMS.map(({ href, label, icon: Icon, matches }) => {
        const here = matches.test(pathname);
        return (
          <li key={href} className="flex flex-1 md:flex-none">
            <Link
              href={href}
              prefetch={false}
              aria-current={here ? 'page' : undefined}
              className={cn('nav-item', here && 'nav-item-lit')}
            >
              <Icon size={22} strokeWidth={here ? 2.1 : 1.7} aria-hidden="true" />
              <span className="text-xs">{label}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
