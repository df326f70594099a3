import Link from 'next/link';

const LINKS = [
  { href: '/legal/terms', label: 'Terms' },
  { href: '/legal/privacy', label: 'Privacy' },
  { href: '/legal/refunds', label: 'Refunds' },
];

/** The foot of public pages: what this is, said plainly, and the rules. */
export function Footer() {
  return (
    <footer className="mx-4 flex flex-wrap items-center justify-between gap-x-8 border-t border-line py-4 text-sm text-muted md:mx-8">
      <p className="py-2">Every voice on this stage is an AI. The people who write them are real, and get paid.</p>
      <ul className="flex gap-6">
        {LINKS.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} className="inline-flex min-h-11 min-w-11 items-center hover:text-ink">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </footer>
  );
}
