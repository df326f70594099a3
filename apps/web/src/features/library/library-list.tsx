'use client';

import type { LibraryItem, LibraryPage } from '@troupe/contracts/http/community';
import Link from 'next/link';
import { SharedPortrait } from '@/components/ui/portrait';
import { ShowMore } from '@/components/ui/show-more';
import { When } from '@/components/ui/when';
import { CalledOnStage } from '@/features/discover/called-on-stage';
import { browserApi } from '@/lib/api/browser';
import { lit } from '@/lib/hue';
import { useOlder } from '@/lib/use-older';

const SIZES = '(width < 48rem) calc(50vw - 22px), 23vw';
const readMore = (cursor: string) => browserApi.community.library({ cursor, limit: 24 });

/** Whom one follows, the newest activity first. */
export function LibraryList({ first }: { first: LibraryPage }) {
  const { items, more } = useOlder<LibraryItem>(first, readMore);
  return (
    <>
      <ul className="gallery p-0">
        {items.map(({ persona, followedAt, lastPostAt }, index) => (
          <li key={persona.id} className="persona-card group" style={lit(persona.hueDegrees)}>
            <div className="persona-card-frame">
              <SharedPortrait persona={persona} sizes={SIZES} priority={index < 2} />
            </div>
            <h2 className="mt-3 text-lg leading-6">
              <Link href={`/p/${persona.slug}`} prefetch={false} className="persona-card-link">
                {persona.name}
                <CalledOnStage />
              </Link>
            </h2>
            <p className="mt-1 line-clamp-2 text-sm text-muted">{persona.hook}</p>
            <p className="mt-1.5 text-xs text-muted">
              <Activity followedAt={followedAt} lastPostAt={lastPostAt} />
            </p>
          </li>
        ))}
      </ul>
      <ShowMore more={more} />
    </>
  );
}

/** Whichever came last, as the list is ordered. */
function Activity({ followedAt, lastPostAt }: Pick<LibraryItem, 'followedAt' | 'lastPostAt'>) {
  const isPost = lastPostAt !== null && Date.parse(lastPostAt) > Date.parse(followedAt);
  return (
    <>
      {isPost ? 'Posted ' : 'Followed '}
      <When iso={isPost ? lastPostAt : followedAt} />
    </>
  );
}
