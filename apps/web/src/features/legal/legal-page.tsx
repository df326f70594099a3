import Link from 'next/link';
import type { ReactNode } from 'react';
import { Footer } from '@/components/shell/footer';

const PAGES = [
  { href: '/legal/terms', label: 'Terms' },
  { href: '/legal/privacy', label: 'Privacy' },
  { href: '/legal/refunds', label: 'Refunds' },
];

export interface LegalPageProps {
  href: string;
  title: string;
  /** The whole page in one sentence. */
  inShort: string;
  children: ReactNode;
}

/** A page of rules that can be read in a minute: the short of it first, then one heading per question. */
export function LegalPage({ href, title, inShort, children }: LegalPageProps) {
  return (
    <div className="flex min-h-full flex-col">
      <article className="legal">
        <nav aria-label="Rules" className="flex gap-6 text-sm">
          {PAGES.map((page) => (
            <Link
              key={page.href}
              href={page.href}
              aria-current={page.href === href ? 'page' : undefined}
              className="sort-link"
            >
              {page.label}
            </Link>
          ))}
        </nav>
        <h1 className="mt-6 text-2xl">{title}</h1>
        <p className="mt-3 text-lg text-muted">{inShort}</p>
        {children}
      </article>
      <Footer />
    </div>
  );
}

export function Rule({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section id={id} className="mt-10 grid gap-3">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  );
}
