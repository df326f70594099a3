'use client';

import type { TrainingFile } from '@troupe/contracts/http/training';
import { Eye, Trash2, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { StatusChip } from '@/components/ui/status-chip';
import { When } from '@/components/ui/when';
import { Row } from './row';
import { factsOf, percentOf, refusalWords, sizeWords } from './training-words';

interface FileRowProps {
  file: TrainingFile;
  /** False for what only a persona for adults knows, of another one. */
  isUsed: boolean;
  onOpen: () => void;
  onDelete: () => void;
}

/** A file on the server. */
export function FileRow({ file, isUsed, onOpen, onDelete }: FileRowProps) {
  const name = file.name === '' ? 'A file' : file.name;
  const isReady = file.state === 'ready';
  const RemoveIcon = isReady ? Trash2 : X;
  return (
    <Row
      name={name}
      tools={
        <>
          {isReady ? (
            <Button variant="ghost" size="icon" aria-label={`Look into ${name}`} onClick={onOpen}>
              <Eye size={20} aria-hidden="true" />
            </Button>
          ) : null}
          {file.state === 'reading' ? null : (
            <Button
              variant="ghost"
              size="icon"
              aria-label={`${isReady ? 'Delete' : 'Remove'} ${name}`}
              onClick={onDelete}
            >
              <RemoveIcon size={20} aria-hidden="true" />
            </Button>
          )}
        </>
      }
    >
      <FileState file={file} isUsed={isUsed} />
    </Row>
  );
}

function FileState({ file, isUsed }: Pick<FileRowProps, 'file' | 'isUsed'>) {
  switch (file.state) {
    case 'receiving':
      return (
        <p className="text-sm text-muted tabular-nums">
          {percentOf(file.receivedBytes, file.sizeBytes)} % of {sizeWords(file.sizeBytes)} arrived. Choose the same file
          again and it goes on there.
        </p>
      );
    case 'reading':
      return (
        <p className="flex items-center gap-2 text-sm text-muted">
          <span aria-hidden="true" className="waiting-dot size-2 rounded-full bg-amber" />
          Being read and encrypted…
        </p>
      );
    case 'refused':
      return <p className="text-sm text-danger-ink">{refusalWords(file.refusal)}</p>;
    case 'ready':
      return (
        <>
          <p className="text-sm text-muted tabular-nums">
            {factsOf(file)} · <When iso={file.createdAt} />
          </p>
          {file.mature ? (
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
              <StatusChip label="For adults" tone={isUsed ? 'plain' : 'wait'} />
              {isUsed ? null : 'Not used: this persona isn’t marked as for adults.'}
            </p>
          ) : null}
        </>
      );
  }
}
