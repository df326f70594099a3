import Link from 'next/link';

/** What opens a row. Never fetched ahead of time: some pages note who read them. */
export function RowLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center underline underline-offset-4">
      {children}
    </Link>
  );
}
