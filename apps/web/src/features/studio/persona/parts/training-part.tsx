'use client';

import { useCallback } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { browserApi } from '@/lib/api/browser';
import { useFetched } from '@/lib/use-fetched';
import { studioErrorLine } from '../../studio-words';
import { TrainingPanel } from '../../training/training-panel';
import type { PersonaForm } from '../draft/use-persona-draft';

/** What they know from files, as a step: the list is asked for when somebody comes to it. */
export function TrainingPart({ form: { persona, content } }: { form: PersonaForm }) {
  const { id } = persona;
  const get = useCallback((signal: AbortSignal) => browserApi.training.list(id, { signal }), [id]);
  const { value, error, load } = useFetched(get);
  if (error !== null) {
    return (
      <div role="alert" className="grid justify-items-start gap-3">
        <p className="text-danger-ink">{studioErrorLine(error)}</p>
        <Button variant="quiet" onClick={load}>
          Try again
        </Button>
      </div>
    );
  }
  if (value === null) return <Skeleton className="h-52" />;
  return <TrainingPanel personaId={id} personaName={content.name} mature={content.mature} page={value} />;
}
