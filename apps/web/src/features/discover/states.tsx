import { Unplug } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { describeError } from '@/lib/errors';
import type { DiscoverQuery } from './discover-query';
import { filterCount } from './discover-query';

/** Nobody matched: says so, and leads out in one tap. */
export function EmptyGallery({ query }: { query: DiscoverQuery }) {
  const searched = query.q === '' ? query.tag : query.q;
  if (filterCount(query) > 0) return <NobodyFits />;
  return (
    <div className="house-note">
      <span className="empty-spot" aria-hidden="true" />
      <h2 className="text-xl">{searched === null ? 'The stage is empty' : 'An empty spotlight'}</h2>
      <p className="text-muted">
        {searched === null
          ? 'Nobody has been cast yet. Be the first to bring a character to life.'
          : `Nobody here answers to “${searched}”.`}
      </p>
      {searched === null ? (
        <Link href="/studio" className={buttonClass()}>
          Create a persona
        </Link>
      ) : (
        <Link href="/" className={buttonClass()}>
          Show everyone
        </Link>
      )}
    </div>
  );
}

function NobodyFits() {
  return (
    <div className="house-note">
      <span className="empty-spot" aria-hidden="true" />
      <h2 className="text-xl">An empty spotlight</h2>
      <p className="text-muted">Nobody here is all of that at once. Try it with fewer filters.</p>
      <Link href="/" className={buttonClass()}>
        Show everyone
      </Link>
    </div>
  );
}

export function GalleryError({ error, retryHref }: { error: unknown; retryHref: string }) {
  const { title, hint } = describeError(error);
  return (
    <div className="house-note" role="alert">
      <Unplug size={28} strokeWidth={1.5} aria-hidden="true" />
      <h2 className="text-xl">{title}</h2>
      <p className="text-muted">{hint}</p>
      {/* A full load on purpose: it asks the server again, whatever the router remembers. */}
      <a href={retryHref} className={buttonClass()}>
        Try again
      </a>
    </div>
  );
}
