'use client';

import type { TrainingFilesPage } from '@troupe/contracts/http/training';
import { useCallback } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { useFetched } from '@/lib/use-fetched';
import { TrainingPanel } from './training-panel';

interface TrainingStepProps {
  personaId: string;
  personaName: string;
  mature: boolean;
}

/** The same panel where no server has read the list: in the wizard, whose steps change in the browser. */
export function TrainingStep({ personaId, personaName, mature }: TrainingStepProps) {
  const get = useCallback((signal: AbortSignal) => browserApi.training.list(personaId, { signal }), [personaId]);
  const { value: page, error, load } = useFetched<TrainingFilesPage>(get);
  if (error !== null) {
    return (
      <div className="grid justify-items-start gap-3">
        <p role="alert">{describeError(error).title}</p>
        <Button variant="quiet" onClick={load}>
          Try again
        </Button>
      </div>
    );
  }
  if (page === null) return <Skeleton className="h-56 rounded-card" />;
  return <TrainingPanel personaId={personaId} personaName={personaName} mature={mature} page={page} />;
}
