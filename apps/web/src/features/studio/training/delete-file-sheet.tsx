'use client';

import type { TrainingFile } from '@troupe/contracts/http/training';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';

interface DeleteFileSheetProps {
  file: TrainingFile;
  personaName: string;
  /** Its end is that the sheet closes, or that it stays with the file. */
  onDelete: () => Promise<void>;
  onClose: () => void;
}

export function DeleteFileSheet({ file, personaName, onDelete, onClose }: DeleteFileSheetProps) {
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    await onDelete();
    setBusy(false);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={`Delete ${file.name}?`}
      description={`${personaName} forgets it with the next message. It is deleted for good: nobody can bring it back.`}
    >
      <div className="flex flex-wrap gap-3 pt-2">
        <Button variant="danger" busy={busy} onClick={() => void remove()}>
          Delete it
        </Button>
        <Button variant="ghost" onClick={onClose}>
          Keep it
        </Button>
      </div>
    </Sheet>
  );
}
