import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ChipLink } from '@/components/ui/chip';
import { FanList } from '@/features/studio/fans/fan-list';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';

export const metadata: Metadata = { title: 'Fans' };

interface FansPageProps {
  searchParams: Promise<{ only?: string | string[] }>;
}

export default async function FansPage({ searchParams }: FansPageProps) {
  const { user } = await requireServerSession();
  if (!user.roles.includes('creator')) redirect('/studio');
  const only = (await searchParams).only === 'blocked' ? 'blocked' : undefined;
  const first = await (await serverApi()).community.fans({ only });
  return (
    <div className="mx-auto grid w-full max-w-180 content-start gap-6 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <div className="grid gap-3">
        <h1 className="text-2xl">Fans</h1>
        <p className="text-pretty text-muted">
          Whoever talked to one of your personas or follows one. What they said stays between them and the persona.
        </p>
      </div>
      <div className="flex gap-2">
        <ChipLink href="/studio/fans" selected={only === undefined}>
          Everyone
        </ChipLink>
        <ChipLink href="/studio/fans?only=blocked" selected={only === 'blocked'}>
          Blocked
        </ChipLink>
      </div>
      <FanList key={only ?? 'all'} first={first} only={only} />
    </div>
  );
}
