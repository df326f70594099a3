import Link from 'next/link';
import { SearchingMark } from '@/components/ui/searching-mark';

export function SortLink({ href, selected, label }: { href: string; selected: boolean; label: string }) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-current={selected ? 'true' : undefined}
      className="sort-link"
    >
      {label}
      <SearchingMark />
    </Link>
  );
}
