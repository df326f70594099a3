'use client';

import type { BlockedPage, PersonaBrief } from '@troupe/contracts/http/persona';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Avatar } from '@/components/ui/portrait';
import { ShowMore } from '@/components/ui/show-more';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';
import { useOlder } from '@/lib/use-older';

const readMore = (cursor: string) => browserApi.personas.blocked({ cursor });

/** Whom one has hidden, each with the way back. */
export function HiddenPersonas({ first }: { first: BlockedPage }) {
  const { items, more } = useOlder<PersonaBrief>(first, readMore);
  const [shownAgain, setShownAgain] = useState<ReadonlySet<string>>(new Set());
  const [busyId, setBusyId] = useState<string | null>(null);
  const left = items.filter((persona) => !shownAgain.has(persona.id));

  async function showAgain({ id, name }: PersonaBrief) {
    setBusyId(id);
    try {
      await browserApi.personas.unblock(id);
      setShownAgain((before) => new Set([...before, id]));
      toast({ title: `${name} is back`, tone: 'success' });
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusyId(null);
    }
  }

  if (left.length === 0 && more === null) return <p className="text-muted">Nobody. Whoever you hide waits here.</p>;
  return (
    <>
      <ul className="grid gap-1">
        {left.map((persona) => (
          <li key={persona.id} className="flex items-center gap-3 py-1">
            <Link
              href={`/p/${persona.slug}`}
              prefetch={false}
              className="flex min-h-11 min-w-0 flex-1 items-center gap-3"
            >
              <Avatar persona={persona} />
              <span className="truncate font-medium">{persona.name}</span>
            </Link>
            <Button variant="quiet" busy={busyId === persona.id} onClick={() => showAgain(persona)}>
              Show again
            </Button>
          </li>
        ))}
      </ul>
      <ShowMore more={more} />
    </>
  );
}
