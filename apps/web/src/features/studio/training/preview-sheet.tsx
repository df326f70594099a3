'use client';

import type { TrainingFile, TrainingPassagesPage } from '@troupe/contracts/http/training';
import { useCallback } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { ShowMore } from '@/components/ui/show-more';
import { Skeleton } from '@/components/ui/skeleton';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { useFetched } from '@/lib/use-fetched';
import { useOlder } from '@/lib/use-older';

/** What is kept of a file, as the persona finds it. */
export function PreviewSheet({ file, onClose }: { file: TrainingFile; onClose: () => void }) {
  const { id, name } = file;
  const get = useCallback((signal: AbortSignal) => browserApi.training.passages(id, { signal }), [id]);
  const { value: page, error, load } = useFetched<TrainingPassagesPage>(get);
  return (
    <Sheet
      open
      onClose={onClose}
      title={name}
      description="As it is kept, in passages. When somebody asks for one of them, it goes to the model with their message."
      className="sheet-wide"
    >
      {error !== null ? (
        <div className="grid justify-items-start gap-3 py-2">
          <p role="alert">{describeError(error).title}</p>
          <Button variant="quiet" onClick={load}>
            Try again
          </Button>
        </div>
      ) : page === null ? (
        <div role="status" className="grid gap-3 py-2">
          <span className="sr-only">Opening the file…</span>
          <Skeleton className="h-40 rounded-card" />
          <Skeleton className="h-40 rounded-card" />
        </div>
      ) : (
        <Passages fileId={id} page={page} />
      )}
    </Sheet>
  );
}

function Passages({ fileId, page }: { fileId: string; page: TrainingPassagesPage }) {
  const { items, more } = useOlder(page, (cursor) => browserApi.training.passages(fileId, { cursor }));
  return (
    <div className="grid gap-4 py-2">
      <ol className="training-passages">
        {items.map(({ number, text }) => (
          <li key={number}>{text}</li>
        ))}
      </ol>
      <ShowMore more={more} />
    </div>
  );
}
