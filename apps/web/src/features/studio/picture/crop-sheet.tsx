'use client';

import type { Picture } from '@troupe/contracts/http/creator';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { browserApi } from '@/lib/api/browser';
import { pictureErrorLine } from '../studio-words';
import type { Size } from './crop';
import { wholeCrop } from './crop';
import { Cropper } from './cropper';

export interface LoadedPicture extends Size {
  file: File;
  /** An object URL; whoever made it revokes it. */
  source: string;
}

const RATIOS = { portrait: 4 / 5, square: 1 } as const;

interface CropSheetProps {
  picture: LoadedPicture;
  shape: keyof typeof RATIOS;
  onDone: (picture: Picture) => void;
  onClose: () => void;
}

/** The frame first, then the upload: only what is inside it is kept. */
export function CropSheet({ picture, shape, onDone, onClose }: CropSheetProps) {
  const ratio = RATIOS[shape];
  const [crop, setCrop] = useState(() => wholeCrop(picture, ratio));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const upload = async () => {
    setBusy(true);
    setProblem(null);
    try {
      onDone(await browserApi.creator.uploadPicture(picture.file, { shape, crop }));
    } catch (error) {
      setProblem(pictureErrorLine(error));
      setBusy(false);
    }
  };
  return (
    <Sheet open onClose={onClose} title="What of it is shown">
      <div className="grid gap-5">
        <Cropper source={picture.source} picture={picture} crop={crop} ratio={ratio} onCrop={setCrop} />
        <p role="alert" className="text-danger-ink empty:hidden">
          {problem}
        </p>
        <div className="flex gap-3">
          <Button busy={busy} onClick={upload} className="flex-1">
            Use this picture
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Back
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
