'use client';

import { LIMITS } from '@troupe/contracts/limits';
import { ImagePlus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId, useRef } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { inputClass } from '@/components/ui/input-class';
import { cn } from '@/lib/cn';
import type { DraftPicture, usePictures } from './use-pictures';

const PICTURE_TYPES = 'image/jpeg,image/png,image/webp';

interface PostFieldsProps {
  label: string;
  placeholder?: string;
  text: string;
  onText: (text: string) => void;
  drafts: ReturnType<typeof usePictures>;
  /** Why it wasn't taken, in words; null when nothing is wrong. */
  problem: string | null;
  /** What sends it. */
  children: ReactNode;
}

/** What a post is made of: words, and pictures with what they show. */
export function PostFields({ label, placeholder, text, onText, drafts, problem, children }: PostFieldsProps) {
  const picker = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        id={id}
        value={text}
        onChange={(event) => onText(event.target.value)}
        maxLength={LIMITS.postCharsMax}
        rows={3}
        placeholder={placeholder}
        aria-invalid={problem === null ? undefined : true}
        aria-describedby={`${id}-problem`}
        className="composer-text"
      />
      <DraftPictures pictures={drafts.pictures} describe={drafts.describe} remove={drafts.remove} />
      <p id={`${id}-problem`} role="alert" className="text-sm text-danger-ink empty:hidden">
        {problem}
      </p>
      <div className="flex items-center justify-between gap-3">
        <input
          ref={picker}
          type="file"
          accept={PICTURE_TYPES}
          multiple
          aria-label="Pictures for the post"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            void drafts.add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Button
          variant="ghost"
          className="-ml-3 px-3"
          disabled={drafts.pictures.length >= LIMITS.postPicturesMax}
          onClick={() => picker.current?.click()}
        >
          <ImagePlus size={20} strokeWidth={1.8} aria-hidden="true" />
          Pictures
        </Button>
        {children}
      </div>
    </>
  );
}

interface DraftPicturesProps {
  pictures: readonly DraftPicture[];
  describe: (id: string, alt: string) => void;
  remove: (id: string) => void;
}

function DraftPictures({ pictures, describe, remove }: DraftPicturesProps) {
  if (pictures.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {pictures.map((picture, index) => (
        <li key={picture.id} className="flex items-center gap-3">
          {/* biome-ignore lint/performance/noImgElement: it may be a file that is only on this machine yet */}
          <img src={picture.previewUrl} alt="" className={cn('composer-thumb', picture.key === null && 'opacity-50')} />
          <input
            value={picture.alt}
            onChange={(event) => describe(picture.id, event.target.value)}
            maxLength={LIMITS.pictureAltCharsMax}
            placeholder="What does it show?"
            aria-label={`What picture ${index + 1} shows`}
            className={inputClass}
          />
          <span role="status" className="sr-only">
            {picture.key === null ? `Picture ${index + 1} is being uploaded` : `Picture ${index + 1} is ready`}
          </span>
          <button
            type="button"
            onClick={() => remove(picture.id)}
            aria-label={`Remove picture ${index + 1}`}
            className={buttonClass({ variant: 'ghost', size: 'icon' })}
          >
            <X size={18} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
