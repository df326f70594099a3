import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { LibraryList } from '@/features/library/library-list';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';

export const metadata: Metadata = { title: 'Library' };

export default async function LibraryPage() {
  await requireServerSession();
  const first = await (await serverApi()).community.library({ limit: 24 });
  if (first.items.length === 0) return <NobodyYet />;
  return (
    <div className="mx-auto grid w-full max-w-280 content-start gap-6 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <h1 className="text-2xl">Your library</h1>
      <LibraryList first={first} />
    </div>
  );
}

function NobodyYet() {
  return (
    <section className="grid min-h-[min(72dvh,640px)] place-content-center justify-items-center gap-4 p-8 text-center">
      <h1 className="max-w-[18ch] text-2xl">Nobody on your shelf yet</h1>
      <p className="max-w-[38ch] text-muted">
        Follow somebody from the cast: they wait here, whoever spoke last first, and the bell tells you of new posts.
      </p>
      <Link href="/" className={buttonClass({ size: 'lg', className: 'mt-2' })}>
        Meet the cast
      </Link>
    </section>
  );
}
