'use client';

import type { Picture } from '@troupe/contracts/http/creator';
import { LIMITS } from '@troupe/contracts/limits';
import { ImageUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { pictureErrorLine } from '../studio-words';
import type { LoadedPicture } from './crop-sheet';
import { CropSheet } from './crop-sheet';

interface PictureFieldProps {
  label: string;
  shape: 'portrait' | 'square';
  isChosen: boolean;
  onChoose: (picture: Picture) => void;
  onRemove: () => void;
  /** The picture as it is now. */
  children: ReactNode;
}

const TYPES = ['image/jpeg', 'image/png', 'image/webp'];

/** A picture: chosen from the device, framed, and uploaded. */
export function PictureField({ label, shape, isChosen, onChoose, onRemove, children }: PictureFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [picture, setPicture] = useState<LoadedPicture | null>(null);
  const load = async (file: File | undefined) => {
    if (file === undefined) return;
    setProblem(null);
    try {
      setPicture(await open(file));
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : pictureErrorLine({ details: { reason: 'broken' } }));
    }
    // The same file can be chosen again.
    if (input.current !== null) input.current.value = '';
  };
  const close = () => {
    if (picture !== null) URL.revokeObjectURL(picture.source);
    setPicture(null);
  };
  return (
    <div className="grid gap-1.5">
      <span id={`${id}-label`} className="text-sm font-medium">
        {label}
      </span>
      <div className="flex items-center gap-5">
        <div className="shrink-0 overflow-clip rounded-card">{children}</div>
        <div className="grid justify-items-start gap-2">
          <Button
            variant="quiet"
            aria-describedby={`${id}-label`}
            name="pictureKey"
            onClick={() => input.current?.click()}
          >
            <ImageUp size={18} aria-hidden="true" />
            {isChosen ? 'Another picture' : 'Choose a picture'}
          </Button>
          {isChosen ? (
            <Button variant="ghost" onClick={onRemove}>
              Remove it
            </Button>
          ) : null}
          <p className="text-sm text-muted">JPEG, PNG or WebP, up to 10 MB.</p>
        </div>
      </div>
      <input
        ref={input}
        type="file"
        accept={TYPES.join(',')}
        aria-labelledby={`${id}-label`}
        tabIndex={-1}
        onChange={(event) => void load(event.target.files?.[0])}
        className="hidden"
      />
      <p role="alert" className="text-sm text-danger-ink empty:hidden">
        {problem}
      </p>
      {picture === null ? null : (
        <CropSheet
          key={picture.source}
          picture={picture}
          shape={shape}
          onClose={close}
          onDone={(uploaded) => {
            close();
            onChoose(uploaded);
          }}
        />
      )}
    </div>
  );
}

class Refused extends Error {}

/** What the API would refuse anyway is said before it is sent. Rejects with `Refused`, or when the browser can't decode it. */
async function open(file: File): Promise<LoadedPicture> {
  if (!TYPES.includes(file.type)) throw new Refused('Take a JPEG, PNG or WebP.');
  if (file.size > LIMITS.pictureBytesMax) throw new Refused('That file is larger than 10 MB.');
  const source = URL.createObjectURL(file);
  const image = new Image();
  image.src = source;
  try {
    await image.decode();
    const size = { width: image.naturalWidth, height: image.naturalHeight };
    if (size.width * size.height > LIMITS.picturePixelsMax) throw new Refused('It has more than 40 million pixels.');
    if (Math.min(size.width, size.height) < LIMITS.pictureSideMin) {
      throw new Refused(`It is too small: at least ${LIMITS.pictureSideMin} pixels a side.`);
    }
    return { file, source, ...size };
  } catch (error) {
    URL.revokeObjectURL(source);
    throw error;
  }
}
