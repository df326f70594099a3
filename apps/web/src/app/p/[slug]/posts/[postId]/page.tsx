import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Footer } from '@/components/shell/footer';
import { BackLink } from '@/components/ui/back-link';
import { PostCard } from '@/features/post/post-card';
import { ReportButton } from '@/features/report/report-button';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';
import { getServerSession } from '@/lib/session/server';
import '@/features/post/post.css';

interface Props {
  params: Promise<{ slug: string; postId: string }>;
}

const TITLE_CHARS_MAX = 60;
const loadPost = cache(async (postId: string) => (await serverApi()).community.post(postId));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, postId } = await params;
  const found = await loadPost(postId).catch(() => null);
  if (found === null) return { title: 'Nothing here' };
  const description = [...found.post.text.replace(/\s+/gu, ' ')].slice(0, TITLE_CHARS_MAX * 2).join('');
  return {
    title: `${found.persona.name} on Troupe`,
    ...(description !== '' && { description }),
    alternates: { canonical: `/p/${slug}/posts/${postId}` },
  };
}

export default async function PostRoute({ params }: Props) {
  const { slug, postId } = await params;
  const [session, { post, persona }] = await Promise.all([getServerSession(), orNotFound(loadPost(postId))]);
  if (persona.slug !== slug) notFound();
  return (
    <div className="flex min-h-full flex-col">
      <div className="grid w-full max-w-180 flex-1 content-start gap-5 px-4 py-4 md:px-8 md:py-10">
        <BackLink href={`/p/${slug}`}>{persona.name}</BackLink>
        <h1 className="sr-only">A post of {persona.name}</h1>
        <PostCard post={post} persona={persona} signedIn={session !== null} href={`/p/${slug}`}>
          {session === null ? null : <ReportButton id={post.id} kind="post" />}
        </PostCard>
      </div>
      <Footer />
    </div>
  );
}
