'use client';

import { fileNameOf } from '@troupe/contracts/http/common';
import type { TrainingFile, TrainingFilesPage } from '@troupe/contracts/http/training';
import { LIMITS } from '@troupe/contracts/limits';
import { useCallback, useEffect, useRef, useState } from 'react';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';
import { useOlder } from '@/lib/use-older';
import { createUploadQueue, type Upload, type UploadQueue } from './upload-queue';

/** Most files are read within a second. */
const ASK_AGAIN_MS = 1_000;

/** A persona's files: those on the server, and those on their way there from here. */
export function useTrainingFiles(personaId: string, first: TrainingFilesPage) {
  const { items: listed, more } = useOlder(first, (cursor) => browserApi.training.list(personaId, { cursor }));
  const [changed, setChanged] = useState<ReadonlyMap<string, TrainingFile | null>>(new Map());
  /** Of what arrived from here, the key of its upload: it stays in its place. */
  const [places, setPlaces] = useState<ReadonlyMap<string, number>>(new Map());
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [said, setSaid] = useState('');
  const queue = useRef<UploadQueue | null>(null);

  const put = useCallback(
    (id: string, file: TrainingFile | null) => setChanged((before) => new Map([...before, [id, file]])),
    [],
  );
  useEffect(() => {
    const made = createUploadQueue({
      api: browserApi.training,
      personaId,
      onChange: setUploads,
      onArrived: (file, key) => {
        put(file.id, file);
        setPlaces((before) => new Map([...before, [file.id, key]]));
      },
    });
    queue.current = made;
    return () => made.stop();
  }, [personaId, put]);

  const fresh = [...changed.values()].filter((file) => file !== null && !listed.some(({ id }) => id === file.id));
  const files = [...fresh, ...listed]
    .flatMap((file) => (file === null ? [] : [changed.has(file.id) ? changed.get(file.id) : file]))
    .filter((file) => file !== null && file !== undefined);
  const reading = files.filter(({ state }) => state === 'reading').map(({ id }) => id);
  const asked = reading.join();
  useEffect(() => {
    if (asked === '') return;
    const asking = new AbortController();
    const ask = async () => {
      for (const id of asked.split(',')) {
        const file = await browserApi.training.read(id, { signal: asking.signal });
        if (file.state === 'reading') continue;
        put(id, file);
        setSaid(file.state === 'ready' ? `${file.name} is ready.` : `${file.name} was not taken.`);
      }
    };
    // Until it is read: a list that stops asking would show it as being read for ever. The next round mends what one failed at.
    const timer = setInterval(() => void ask().catch(() => undefined), ASK_AGAIN_MS);
    return () => {
      clearInterval(timer);
      asking.abort();
    };
  }, [asked, put]);

  /** What was begun before under the same name and size goes on; the others begin. */
  const add = (chosen: readonly File[]) => {
    for (const file of chosen) {
      if (file.size === 0 || file.size > LIMITS.trainingFileBytesMax) {
        const hint = file.size === 0 ? 'The file is empty.' : 'A file has up to 10 MB. Send it in several.';
        toast({ title: `${file.name} stays here`, hint, tone: 'danger' });
        continue;
      }
      const called = fileNameOf(file.name, LIMITS.fileNameCharsMax);
      const begun = files.find(
        ({ id, state, name, sizeBytes }) =>
          state === 'receiving' &&
          name === called &&
          sizeBytes === file.size &&
          !uploads.some(({ fileId }) => fileId === id),
      );
      queue.current?.add(file, begun);
    }
  };
  /** True once it is gone. */
  const remove = async (id: string): Promise<boolean> => {
    try {
      await browserApi.training.delete(id);
      put(id, null);
      return true;
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
      return false;
    }
  };
  const cancel = async ({ key, fileId }: Upload) => {
    queue.current?.drop(key);
    if (fileId !== null) await remove(fileId);
  };
  const under = new Set(uploads.map(({ fileId }) => fileId));
  return {
    /** What came or is coming from here, in the order in which it was chosen: a file that arrives stays where its upload was. */
    arriving: [
      ...uploads.map((upload) => ({ key: upload.key, upload, file: null })),
      ...files.flatMap((file) => {
        const key = places.get(file.id);
        return key === undefined || under.has(file.id) ? [] : [{ key, upload: null, file }];
      }),
    ].sort((a, b) => a.key - b.key),
    /** All others. */
    files: files.filter(({ id }) => !under.has(id) && !places.has(id)),
    more,
    /** For those who listen instead of looking. */
    said,
    add,
    remove,
    cancel,
    pause: (key: number) => queue.current?.pause(key),
    resume: (key: number) => queue.current?.resume(key),
  };
}
