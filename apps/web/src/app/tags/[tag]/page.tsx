import { LIMITS } from '@troupe/contracts/limits';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DiscoverFrame } from '@/features/discover/discover-frame';
import { discoverHref, EVERYBODY, filterCount, tagPath } from '@/features/discover/discover-query';
import { loadWall } from '@/features/discover/load-discover';
import { parseDiscoverQuery } from '@/features/discover/parse-discover-query';
import { GalleryError } from '@/features/discover/states';
import { Wall } from '@/features/discover/wall';
import { getServerSession } from '@/lib/session/server';

interface Props {
  params: Promise<{ tag: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const tag = readTag((await params).tag);
  if (tag === null) return { title: 'Nobody here' };
  return {
    title: `Characters about ${tag}`,
    description: `AI characters with the tag “${tag}”, each with a voice of their own. Pay by the message, see every receipt.`,
    alternates: { canonical: tagPath(tag) },
    openGraph: { title: `Characters about ${tag}`, url: tagPath(tag) },
  };
}

export default async function TagPage({ params, searchParams }: Props) {
  const tag = readTag((await params).tag);
  if (tag === null) notFound();
  const query = parseDiscoverQuery(await searchParams, tag);
  const [session, wall] = await Promise.all([getServerSession(), loadWall({ ...query, q: '' })]);
  const signedIn = session !== null;
  if (wall.kind === 'ready' && wall.gallery.items.length === 0 && filterCount(query) === 0) notFound();
  return (
    <DiscoverFrame query={{ ...EVERYBODY, tag }} signedIn={signedIn}>
      <h1 className="px-4 pt-4 text-3xl md:px-8">
        <span className="text-muted" aria-hidden="true">
          #
        </span>
        <bdi>{tag}</bdi>
      </h1>
      {wall.kind === 'failed' ? (
        <GalleryError error={wall.error} retryHref={discoverHref(query)} />
      ) : (
        <Wall gallery={wall.gallery} tags={wall.tags} query={{ ...query, q: '' }} signedIn={signedIn} />
      )}
    </DiscoverFrame>
  );
}

/** The tag of an address, which comes as it was typed; null for what can be none. */
function readTag(encoded: string): string | null {
  try {
    const tag = decodeURIComponent(encoded).trim().toLowerCase();
    return tag === '' || tag.length > LIMITS.tagCharsMax || tag.includes('\0') ? null : tag;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
