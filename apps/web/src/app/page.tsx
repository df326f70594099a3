import type { User } from '@troupe/contracts/http/auth';
import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { CarryOn } from '@/features/discover/carry-on';
import { DiscoverFrame } from '@/features/discover/discover-frame';
import type { DiscoverQuery } from '@/features/discover/discover-query';
import { discoverHref, isFrontPage } from '@/features/discover/discover-query';
import { loadCarryOn, loadFront, loadWall } from '@/features/discover/load-discover';
import { parseDiscoverQuery } from '@/features/discover/parse-discover-query';
import { PersonaRow } from '@/features/discover/persona-row';
import { Stage } from '@/features/discover/stage';
import { GalleryError } from '@/features/discover/states';
import { Wall } from '@/features/discover/wall';
import { getServerSession } from '@/lib/session/server';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One address for the house; what was searched for or sorted is no page of its own. */
export const metadata: Metadata = { alternates: { canonical: '/' } };

export default async function DiscoverPage({ searchParams }: Props) {
  const query = parseDiscoverQuery(await searchParams);
  // A tag by itself has a page.
  if (query.tag !== null && query.q === '') permanentRedirect(discoverHref(query));
  const session = await getServerSession();
  const fan = session?.user ?? null;
  return (
    <DiscoverFrame query={query} signedIn={fan !== null}>
      {isFrontPage(query) ? (
        <FrontPage key="front" query={query} fan={fan} />
      ) : (
        <Found key="found" query={query} signedIn={fan !== null} />
      )}
    </DiscoverFrame>
  );
}

async function FrontPage({ query, fan }: { query: DiscoverQuery; fan: User | null }) {
  const signedIn = fan !== null;
  const [front, conversations] = await Promise.all([loadFront(query, signedIn), signedIn ? loadCarryOn() : []]);
  if (front.kind === 'failed') return <Failed query={query} error={front.error} />;
  const { star, featured, suggested, newcomers, gallery, tags } = front;
  return (
    <>
      <CarryOn conversations={conversations} />
      {star === null ? <h1 className="sr-only">Discover</h1> : <Stage persona={star} fan={fan} />}
      {suggested.because === null ? null : (
        <PersonaRow
          id="because"
          title={
            <>
              Because you talked to <bdi>{suggested.because.name}</bdi>
            </>
          }
          personas={suggested.items}
          canHide={signedIn}
        />
      )}
      <PersonaRow id="featured" title="Also on stage" personas={featured} canHide={signedIn} />
      <PersonaRow id="newcomers" title="New in the cast" personas={newcomers} canHide={signedIn} />
      <Wall
        gallery={gallery}
        tags={tags}
        query={query}
        signedIn={signedIn}
        below={star !== null}
        title="What everybody talks to"
      />
    </>
  );
}

async function Found({ query, signedIn }: { query: DiscoverQuery; signedIn: boolean }) {
  const wall = await loadWall(query);
  if (wall.kind === 'failed') return <Failed query={query} error={wall.error} />;
  return (
    <>
      <h1 className="sr-only">Discover</h1>
      <Wall gallery={wall.gallery} tags={wall.tags} query={query} signedIn={signedIn} />
    </>
  );
}

function Failed({ query, error }: { query: DiscoverQuery; error: unknown }) {
  return (
    <>
      <h1 className="sr-only">Discover</h1>
      <GalleryError error={error} retryHref={discoverHref(query)} />
    </>
  );
}
