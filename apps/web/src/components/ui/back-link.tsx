import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonClass } from './button';

/** At the head of a page: the way back to the one above it. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={buttonClass({ variant: 'ghost', className: '-ml-3 justify-self-start px-3' })}>
      <ArrowLeft size={20} strokeWidth={1.7} aria-hidden="true" />
      {children}
    </Link>
  );
}
