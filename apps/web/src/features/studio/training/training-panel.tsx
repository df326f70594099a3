'use client';

import type { TrainingFile, TrainingFilesPage } from '@troupe/contracts/http/training';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { DropPlace } from '@/components/ui/drop-place';
import { ShowMore } from '@/components/ui/show-more';
import { DeleteFileSheet } from './delete-file-sheet';
import { FileRow } from './file-row';
import { PreviewSheet } from './preview-sheet';
import { UploadRow } from './upload-row';
import { useTrainingFiles } from './use-training-files';
import './training.css';

interface TrainingPanelProps {
  personaId: string;
  personaName: string;
  /** Marked as for adults: files that are so too are used. */
  mature: boolean;
  page: TrainingFilesPage;
}

const ACCEPTED = '.txt,.md,.markdown,.pdf,.csv,.tsv,.jsonl,text/*,application/pdf';

/** What a persona knows from files: drop several, watch them arrive, look into them, delete them for good. */
export function TrainingPanel({ personaId, personaName, mature, page }: TrainingPanelProps) {
  const { files, uploads, more, said, add, remove, cancel, pause, resume } = useTrainingFiles(personaId, page);
  const [opened, setOpened] = useState<TrainingFile | null>(null);
  const [doomed, setDoomed] = useState<TrainingFile | null>(null);
  const list = useRef<HTMLElement>(null);
  const isEmpty = files.length === 0 && uploads.length === 0;
  const removed = async (file: TrainingFile): Promise<void> => {
    if (!(await remove(file.id))) return;
    // The row goes, and the focus would go with it; behind an open sheet nothing takes it.
    flushSync(() => setDoomed(null));
    list.current?.focus();
  };
  return (
    <div className="grid content-start gap-6">
      <DropPlace
        icon={FileUp}
        title="Add files"
        hint="Drop them here or choose them: text, Markdown, PDF, CSV or JSONL, up to 10 MB each. They are kept encrypted, and only you can read them here."
        choose="Choose files"
        inputLabel="Files to add"
        accept={ACCEPTED}
        multiple
        isLarge={isEmpty}
        onFiles={add}
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      <section ref={list} tabIndex={-1} aria-label="Files" className="grid gap-4 outline-none">
        {isEmpty ? (
          <p className="text-muted">
            Nothing yet. Letters, a menu, the rules of a game, a town’s history: {personaName} answers from what stands
            in here when somebody asks.
          </p>
        ) : (
          <ul className="training-list">
            {uploads.map((upload) => (
              <UploadRow
                key={`upload ${upload.key}`}
                upload={upload}
                onPause={() => pause(upload.key)}
                onResume={() => resume(upload.key)}
                onCancel={() => void cancel(upload)}
              />
            ))}
            {files.map((file) => (
              <FileRow
                key={file.id}
                file={file}
                isUsed={mature || !file.mature}
                onOpen={() => setOpened(file)}
                onDelete={() => (file.state === 'ready' ? setDoomed(file) : void removed(file))}
              />
            ))}
          </ul>
        )}
        <ShowMore more={more} />
      </section>
      {opened === null ? null : <PreviewSheet file={opened} onClose={() => setOpened(null)} />}
      {doomed === null ? null : (
        <DeleteFileSheet
          file={doomed}
          personaName={personaName}
          onDelete={() => removed(doomed)}
          onClose={() => setDoomed(null)}
        />
      )}
    </div>
  );
}
