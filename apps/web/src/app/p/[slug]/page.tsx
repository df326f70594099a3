import { ApiError } from '@troupe/api-client';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Footer } from '@/components/shell/footer';
import { UserMarkdown } from '@/components/ui/markdown';
import { GalleryError } from '@/features/discover/states';
import { HidePersona } from '@/features/follow/hide-persona';
import { personaPicture } from '@/features/og/shared-picture';
import { loadPersona } from '@/features/persona/load-persona';
import { loadProfile } from '@/features/persona/load-profile';
import { PersonaStage } from '@/features/persona/persona-stage';
import { loadOwnRating } from '@/features/persona/rating/load-own-rating';
import { RatingSection } from '@/features/persona/rating/rating-section';
import { Starters } from '@/features/persona/starters';
import { PostFeed } from '@/features/post/post-feed';
import { ReportButton } from '@/features/report/report-button';
import { getServerSession } from '@/lib/session/server';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ start?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const persona = await loadPersona(slug).catch(() => null);
  if (persona === null) return { title: 'Nobody here' };
  const title = `Talk to ${persona.name}`;
  return {
    title,
    description: persona.hook,
    alternates: { canonical: `/p/${slug}` },
    openGraph: {
      title,
      description: persona.hook,
      type: 'profile',
      url: `/p/${slug}`,
      ...(persona.mature ? {} : { images: [personaPicture(persona)] }),
    },
    twitter: { card: 'summary_large_image' },
  };
}

export default async function PersonaRoute({ params, searchParams }: Props) {
  const { slug } = await params;
  const [session, result, { start }] = await Promise.all([getServerSession(), tryLoad(slug), searchParams]);
  if (result instanceof ApiError) {
    return (
      <>
        <h1 className="sr-only">This page couldn’t be loaded</h1>
        <GalleryError error={result} retryHref={`/p/${slug}`} />
      </>
    );
  }
  if (result === null) notFound();
  const signedIn = session !== null;
  const isOwn = session?.user.id === result.creator.userId;
  const [{ audience, posts }, ownRating] = await Promise.all([
    loadProfile(result.id),
    signedIn ? loadOwnRating(result.id) : null,
  ]);
  return (
    <div className="persona-page">
      <PersonaStage persona={result} fan={session?.user ?? null} audience={audience} />
      {start === 'failed' ? (
        <p role="alert" className="mx-4 mt-4 text-danger-ink md:mx-8">
          The chat couldn’t be opened. Nothing was charged; try again in a moment.
        </p>
      ) : null}
      <div className="persona-columns">
        {posts === null ? (
          <p role="alert" className="text-muted">
            The posts couldn’t be loaded. Reload the page in a moment.
          </p>
        ) : (
          <PostFeed persona={result} first={posts} signedIn={signedIn} isOwn={isOwn} />
        )}
        <div className="grid content-start gap-8">
          <Starters persona={result} signedIn={signedIn} />
          {result.description === '' ? null : (
            <section aria-labelledby="about" className="grid gap-3">
              <h2 id="about" className="text-xl">
                About {result.name}
              </h2>
              <UserMarkdown text={result.description} />
            </section>
          )}
          <RatingSection persona={result} own={ownRating} signedIn={signedIn} />
          <section aria-labelledby="creator" className="grid gap-3 border-t border-line pt-8">
            <h2 id="creator" className="text-xl">
              Who writes {result.name}
            </h2>
            <p>
              <Link href={`/@${result.creator.handle}`} className="post-time">
                <span className="font-semibold">{result.creator.name}</span>{' '}
                <span className="text-muted">@{result.creator.handle}</span>
              </Link>
            </p>
            <p className="max-w-[60ch] whitespace-pre-line text-muted">{result.creatorBio}</p>
          </section>
          {signedIn && !isOwn ? (
            <div className="grid justify-items-start">
              <HidePersona personaId={result.id} name={result.name} initial={result.blocked} />
              <ReportButton id={result.id} kind="persona" label={`Report ${result.name}`} />
            </div>
          ) : null}
        </div>
      </div>
      <Footer />
    </div>
  );
}

async function tryLoad(slug: string) {
  try {
    return await loadPersona(slug);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}
