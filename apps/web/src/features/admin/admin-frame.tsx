import type { ReactNode } from 'react';
import { ChipLink } from '@/components/ui/chip';
import './admin.css';

interface AdminFrameProps {
  title: string;
  /** The states that the list can be read by, and where each leads. */
  tabs: readonly { label: string; href: string; selected: boolean }[];
  children: ReactNode;
}

const PLACES = [
  ['Payments', '/admin/payments'],
  ['Payouts', '/admin/payouts'],
  ['Packs and promotions', '/admin/sales'],
  ['Stage', '/admin/featured'],
  ['Reports', '/admin/reports'],
] as const;

/** A page of the house's own: dense, plain, a state at a time. */
export function AdminFrame({ title, tabs, children }: AdminFrameProps) {
  return (
    <div className="mx-auto grid w-full max-w-280 content-start gap-5 px-4 pt-4 pb-12 md:px-8 md:pt-10">
      <nav aria-label="Admin" className="-ml-3 flex flex-wrap">
        {PLACES.map(([label, href]) => (
          <a key={href} href={href} className="admin-place">
            {label}
          </a>
        ))}
      </nav>
      <h1 className="text-2xl">{title}</h1>
      {tabs.length === 0 ? null : (
        <nav aria-label="States" className="flex flex-wrap gap-2">
          {tabs.map(({ label, href, selected }) => (
            <ChipLink key={href} href={href} selected={selected}>
              {label}
            </ChipLink>
          ))}
        </nav>
      )}
      {children}
    </div>
  );
}
