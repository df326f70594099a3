'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { FOCUSED, PERSONA_ENTRIES, STUDIO_ENTRIES } from './studio-entries';

/** The rooms of the studio; not there while something is asked step by step. */
export function StudioNav() {
  const pathname = usePathname();
  if (FOCUSED.test(pathname)) return null;
  return (
    <nav aria-label="Studio" className="studio-nav">
      <ul>
        {STUDIO_ENTRIES.map(({ href, label, matches }) => (
          <Entry
            key={href}
            href={href}
            label={label}
            isHere={matches?.test(pathname) ?? (pathname === href || pathname.startsWith(`${href}/`))}
          />
        ))}
      </ul>
    </nav>
  );
}

/** What there is of one persona. */
export function PersonaNav({ personaId }: { personaId: string }) {
  const pathname = usePathname();
  const base = `/studio/personas/${personaId}`;
  return (
    <nav aria-label="Persona" className="studio-nav studio-nav-inner">
      <ul>
        {PERSONA_ENTRIES.map(({ path, label }) => (
          <Entry key={path} href={base + path} label={label} isHere={pathname === base + path} />
        ))}
      </ul>
    </nav>
  );
}

function Entry({ href, label, isHere }: { href: string; label: string; isHere: boolean }) {
  return (
    <li>
      <Link href={href} prefetch={false} aria-current={isHere ? 'page' : undefined} className="sort-link">
        {label}
      </Link>
    </li>
  );
}
