'use client';

import type { PostPicture } from '@troupe/contracts/http/community';
import { LIMITS } from '@troupe/contracts/limits';
import { useEffect, useRef, useState } from 'react';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { newId } from '@/lib/new-id';
import { toast } from '@/lib/toast';

/** A picture on its way into a post, shown from the writer's own file, or one that is in it already. */
export interface DraftPicture {
  id: string;
  previewUrl: string;
  /** Null until it is uploaded. */
  key: string | null;
  alt: string;
}

/** The pictures of a post that is being written, or changed. */
export function usePictures(there: readonly PostPicture[] = []) {
  const [pictures, setPictures] = useState<readonly DraftPicture[]>(() => there.map(toDraft));
  const urls = useRef(new Set<string>());
  useEffect(() => {
    const made = urls.current;
    return () => {
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, []);

  const patch = (id: string, change: Partial<DraftPicture>) =>
    setPictures((before) => before.map((picture) => (picture.id === id ? { ...picture, ...change } : picture)));
  const remove = (id: string) => setPictures((before) => before.filter((picture) => picture.id !== id));

  async function upload(id: string, file: File) {
    try {
      const { key } = await browserApi.creator.uploadPicture(file, { shape: 'free' });
      patch(id, { key });
    } catch (error) {
      remove(id);
      toast({ ...describeError(error), tone: 'danger' });
    }
  }

  async function add(files: readonly File[]) {
    const room = LIMITS.postPicturesMax - pictures.length;
    const taken = files.slice(0, room).map((file) => ({ id: newId(), previewUrl: URL.createObjectURL(file), file }));
    if (files.length > room) {
      toast({ title: `Up to ${LIMITS.postPicturesMax} pictures`, hint: 'The others were left out.', tone: 'neutral' });
    }
    for (const { previewUrl } of taken) urls.current.add(previewUrl);
    setPictures((before) => [
      ...before,
      ...taken.map(({ id, previewUrl }) => ({ id, previewUrl, key: null, alt: '' })),
    ]);
    // One after the other: the house renders one at a time anyway.
    for (const { id, file } of taken) await upload(id, file);
  }

  return {
    pictures,
    /** Those that have arrived, as a request names them. */
    arrived: pictures.flatMap(({ key, alt }) => (key === null ? [] : [{ key, alt }])),
    add,
    remove,
    describe: (id: string, alt: string) => patch(id, { alt }),
    clear: () => setPictures([]),
    isUploading: pictures.some((picture) => picture.key === null),
  };
}

function toDraft({ key, alt, images }: PostPicture): DraftPicture {
  const [smallest] = [...images].sort((a, b) => a.widthPx - b.widthPx);
  return { id: key, previewUrl: `/api${smallest?.url ?? ''}`, key, alt };
}
