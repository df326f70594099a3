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
  const { arriving, files, more, said, add, remove, cancel, pause, resume } = useTrainingFiles(personaId, page);
  const [opened, setOpened] = useState<TrainingFile | null>(null);
  const [doomed, setDoomed] = useState<TrainingFile | null>(null);
  const list = useRef<HTMLElement>(null);
  const isEmpty = files.length === 0 && arriving.length === 0;
  // As it was when the page came: it must not shrink above the first file.
  const [isLarge] = useState(isEmpty);
  const removed = async (file: TrainingFile): Promise<void> => {
    if (!(await remove(file.id))) return;
    // The row goes, and the focus would go with it; behind an open sheet nothing takes it.
    flushSync(() => setDoomed(null));
    list.current?.focus();
  };
  const rowOf = (file: TrainingFile, key: string | number) => (
    <FileRow
      key={key}
      file={file}
      isUsed={mature || !file.mature}
      onOpen={() => setOpened(file)}
      onDelete={() => (file.state === 'ready' ? setDoomed(file) : void removed(file))}
    />
  );
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
        isLarge={isLarge}
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
            {arriving.map(({ key, upload, file }) =>
              upload === null ? (
                rowOf(file, key)
              ) : (
                <UploadRow
                  key={key}
                  upload={upload}
                  onPause={() => pause(key)}
                  onResume={() => resume(key)}
                  onCancel={() => void cancel(upload)}
                />
              ),
            )}
            {files.map((file) => rowOf(file, file.id))}
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
