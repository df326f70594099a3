'use client';

import type { PersonaCard as PersonaCardData } from '@troupe/contracts/http/persona';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { describeError } from '@/lib/errors';
import type { DiscoverQuery } from './discover-query';
import { galleryOptions } from './gallery-options';
import { PersonaCard, PersonaCardSkeleton } from './persona-card';

const SKELETONS = ['one', 'two', 'three', 'four', 'five', 'six'];

interface MorePersonasProps {
  query: DiscoverQuery;
  firstCursor: string;
  canHide: boolean;
}

/** The rest of the wall, a page at a time, in the same grid as the first. */
export function MorePersonas({ query, firstCursor, canHide }: MorePersonasProps) {
  const [personas, setPersonas] = useState<readonly PersonaCardData[]>([]);
  const [cursor, setCursor] = useState<string | null>(firstCursor);
  const [state, setState] = useState<'idle' | 'loading' | { failed: unknown }>('idle');

  async function more() {
    setState('loading');
    try {
      const { browserApi } = await import('@/lib/api/browser');
      const next = await browserApi.personas.list({ ...galleryOptions(query), cursor: cursor ?? undefined });
      setPersonas([...personas, ...next.items]);
      setCursor(next.nextCursor);
      setState('idle');
    } catch (error) {
      setState({ failed: error });
    }
  }

  return (
    <>
      {personas.map((persona) => (
        <PersonaCard key={persona.id} persona={persona} canHide={canHide} />
      ))}
      {state === 'loading' ? SKELETONS.map((key) => <PersonaCardSkeleton key={key} />) : null}
      {cursor === null ? null : (
        <div className="col-span-full grid justify-items-center gap-3 pt-4">
          <p role="status" className="text-sm text-danger-ink empty:hidden">
            {typeof state === 'object' ? describeError(state.failed).hint : null}
          </p>
          <Button variant="quiet" busy={state === 'loading'} onClick={more}>
            Show more of the cast
          </Button>
        </div>
      )}
    </>
  );
}
