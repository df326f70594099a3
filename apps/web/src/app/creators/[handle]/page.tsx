import type { Metadata } from 'next';
import { cache } from 'react';
import { Footer } from '@/components/shell/footer';
import { CreatorCast } from '@/features/creator/creator-cast';
import { CreatorHead } from '@/features/creator/creator-head';
import { creatorPicture } from '@/features/og/shared-picture';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';

interface Props {
  params: Promise<{ handle: string }>;
}

const loadCreator = cache(async (handle: string) => (await serverApi()).community.creator(handle));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle } = await params;
  const creator = await loadCreator(handle).catch(() => null);
  if (creator === null) return { title: 'Nobody here' };
  return {
    title: `${creator.displayName} (@${creator.handle})`,
    ...(creator.bio !== '' && { description: creator.bio }),
    alternates: { canonical: `/@${creator.handle}` },
    openGraph: {
      title: creator.displayName,
      type: 'profile',
      url: `/@${creator.handle}`,
      images: [creatorPicture(creator)],
    },
    twitter: { card: 'summary_large_image' },
  };
}

export default async function CreatorRoute({ params }: Props) {
  const { handle } = await params;
  const [creator, personas] = await Promise.all([
    orNotFound(loadCreator(handle)),
    orNotFound((await serverApi()).community.personasOf(handle, { limit: 24 })),
  ]);
  return (
    <div className="flex min-h-full flex-col">
      <div className="mx-auto grid w-full max-w-280 flex-1 content-start gap-10 px-4 pt-6 pb-12 md:px-8 md:pt-12">
        <CreatorHead creator={creator} />
        <CreatorCast handle={creator.handle} name={creator.displayName} first={personas} />
      </div>
      <Footer />
    </div>
  );
}
