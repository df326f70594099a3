'use client';

import { useCallback, useState } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { browserApi } from '@/lib/api/browser';
import { useFetched } from '@/lib/use-fetched';
import { studioErrorLine } from '../studio-words';
import { ChangeList } from './change-list';

interface VersionChangesProps {
  personaId: string;
  number: number;
}

/** What a version changed; read when somebody wants to know. */
export function VersionChanges(props: VersionChangesProps) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-11 items-center rounded-full pr-4 text-sm font-medium text-amber-ink">
        What changed
      </summary>
      {open ? <Fetched {...props} /> : null}
    </details>
  );
}

function Fetched({ personaId, number }: VersionChangesProps) {
  const get = useCallback(
    (signal: AbortSignal) => browserApi.creator.version(personaId, number, { signal }),
    [personaId, number],
  );
  const { value, error } = useFetched(get);
  if (error !== null) return <p className="text-sm text-danger-ink">{studioErrorLine(error)}</p>;
  return value === null ? <Skeleton className="h-12" /> : <ChangeList changes={value.changes} />;
}
