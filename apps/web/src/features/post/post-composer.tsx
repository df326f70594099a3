'use client';

import type { Post } from '@troupe/contracts/http/community';
import { LIMITS } from '@troupe/contracts/limits';
import { ImagePlus, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { inputClass } from '@/components/ui/input-class';
import { browserApi } from '@/lib/api/browser';
import { cn } from '@/lib/cn';
import { describeError } from '@/lib/errors';
import { newId } from '@/lib/new-id';
import { toast } from '@/lib/toast';
import { type DraftPicture, usePictures } from './use-pictures';

const PICTURE_TYPES = 'image/jpeg,image/png,image/webp';

interface PostComposerProps {
  persona: { id: string; name: string };
  onPosted: (post: Post) => void;
}

/** Where a persona's writer speaks as them to everybody who follows. What was written stays until it has arrived. */
export function PostComposer({ persona, onPosted }: PostComposerProps) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const drafts = usePictures();
  const picker = useRef<HTMLInputElement>(null);
  /** One for each intention: sent again after a lost answer, it is still one post. */
  const clientPostId = useRef(newId());
  const id = useId();
  const isEmpty = text.trim() === '' && drafts.pictures.length === 0;

  async function post() {
    setBusy(true);
    setProblem(null);
    try {
      const pictures = drafts.pictures.flatMap(({ key, alt }) => (key === null ? [] : [{ key, alt }]));
      const content = { text: text.trim(), pictures };
      const posted = await browserApi.community.createPost(persona.id, {
        clientPostId: clientPostId.current,
        ...content,
      });
      // An earlier attempt had arrived after all, and the words have changed since.
      onPosted(posted.text === content.text ? posted : await browserApi.community.changePost(posted.id, content));
      clientPostId.current = newId();
      setText('');
      drafts.clear();
      toast({ title: 'Posted', hint: 'Followers hear of it now.', tone: 'success' });
    } catch (error) {
      const { title, hint } = describeError(error);
      setProblem(`${title}. ${hint}`);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className="composer-card"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !isEmpty && !drafts.isUploading) void post();
      }}
    >
      <label htmlFor={id} className="sr-only">
        Post as {persona.name}
      </label>
      <textarea
        id={id}
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={LIMITS.postCharsMax}
        rows={3}
        placeholder={`What does ${persona.name} want everyone to know?`}
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
        <Button type="submit" busy={busy} disabled={isEmpty || drafts.isUploading}>
          Post
        </Button>
      </div>
    </form>
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
          {/* biome-ignore lint/performance/noImgElement: a file that is only on this machine yet */}
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
