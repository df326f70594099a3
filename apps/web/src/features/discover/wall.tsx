import type { FoundPage, TagList } from '@troupe/contracts/http/persona';
import type { DiscoverQuery } from './discover-query';
import { Filters } from './filters';
import { Gallery } from './gallery';
import { EmptyGallery } from './states';

interface WallProps {
  gallery: FoundPage;
  tags: TagList['tags'];
  query: DiscoverQuery;
  signedIn: boolean;
  /** Something stands above it: an empty wall is not an empty house, and its pictures aren't the first of the page. */
  below?: boolean;
  title?: string;
}

/** Filters, and whoever they leave. */
export function Wall({ gallery, tags, query, signedIn, below = false, title }: WallProps) {
  const { items, nextCursor, spelling } = gallery;
  return (
    <section aria-labelledby="cast" className="wall px-4 pb-12 md:px-8">
      <h2 id="cast" className={title === undefined ? 'sr-only' : 'pt-6 text-xl'}>
        {title ?? 'The cast'}
      </h2>
      <Filters tags={tags} query={query} signedIn={signedIn} />
      {spelling === null ? null : (
        <p role="status" className="pb-5 text-muted">
          Nobody is called “{query.q}”. Here is who answers to <strong className="text-ink">“{spelling}”</strong>.
        </p>
      )}
      {items.length === 0 && !below ? (
        // Keys: what the server rendered is told apart by its element alone, and a wall turned into a note moves.
        <EmptyGallery key="nobody" query={query} />
      ) : (
        <Gallery
          key="somebody"
          personas={items}
          nextCursor={nextCursor}
          query={query}
          priorityCount={below ? 0 : 2}
          canHide={signedIn}
        />
      )}
    </section>
  );
}
