import Link from 'next/link';
import { Footer } from '@/components/shell/footer';
import { buttonClass } from '@/components/ui/button';
import { CarryOn } from '@/features/discover/carry-on';
import { discoverHref, isFrontPage } from '@/features/discover/discover-query';
import { Filters } from '@/features/discover/filters';
import { Gallery } from '@/features/discover/gallery';
import { loadCarryOn, loadDiscover } from '@/features/discover/load-discover';
import { parseDiscoverQuery } from '@/features/discover/parse-discover-query';
import { SearchBox } from '@/features/discover/search-box';
import { Stage } from '@/features/discover/stage';
import { EmptyGallery, GalleryError } from '@/features/discover/states';
import { getServerSession } from '@/lib/session/server';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DiscoverPage({ searchParams }: Props) {
  const query = parseDiscoverQuery(await searchParams);
  const session = await getServerSession();
  const signedIn = session !== null;
  const [discover, conversations] = await Promise.all([
    loadDiscover(query),
    signedIn && isFrontPage(query) ? loadCarryOn() : [],
  ]);
  return (
    <div className="discover">
      <div className="discover-head">
        <SearchBox query={query} />
        {signedIn ? null : <VisitorActions />}
      </div>
      <CarryOn conversations={conversations} />
      {discover.kind === 'failed' ? (
        <>
          <h1 className="sr-only">Discover</h1>
          <GalleryError error={discover.error} retryHref={discoverHref(query)} />
        </>
      ) : (
        <>
          {discover.featured === null ? (
            <h1 className="sr-only">Discover</h1>
          ) : (
            <Stage persona={discover.featured} fan={session?.user ?? null} />
          )}
          <section aria-labelledby="cast" className="px-4 pb-12 md:px-8">
            <h2 id="cast" className="sr-only">
              The cast
            </h2>
            <Filters tags={discover.tags} query={query} />
            {discover.gallery.items.length === 0 && discover.featured === null ? (
              <EmptyGallery query={query} />
            ) : (
              <Gallery
                personas={discover.gallery.items}
                nextCursor={discover.gallery.nextCursor}
                query={query}
                priorityCount={discover.featured === null ? 2 : 0}
              />
            )}
          </section>
        </>
      )}
      <Footer />
    </div>
  );
}

function VisitorActions() {
  return (
    <div className="ml-auto hidden shrink-0 gap-2 md:flex">
      <Link href="/login" prefetch={false} className={buttonClass({ variant: 'ghost' })}>
        Sign in
      </Link>
      <Link href="/register" prefetch={false} className={buttonClass({ variant: 'quiet' })}>
        Join
      </Link>
    </div>
  );
}
