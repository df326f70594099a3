import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { ImportPanel } from '@/features/studio/import/import-panel';
import { requireCreator } from '@/features/studio/load-creator';
import { OwnPersonas } from '@/features/studio/persona/own-personas';
import { serverApi } from '@/lib/api/server';

export const metadata: Metadata = { title: 'Your personas' };

export default async function PersonasPage() {
  await requireCreator();
  const page = await (await serverApi()).creator.personas();
  return (
    <div className="studio-page max-w-280">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-2xl">Your personas</h1>
        <Link href="/studio/personas/new" className={buttonClass({})}>
          <Plus size={18} aria-hidden="true" />A new one
        </Link>
      </div>
      <ImportPanel />
      <OwnPersonas page={page} />
    </div>
  );
}
