'use client';

import type { Post } from '@troupe/contracts/http/community';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { PostFields } from './post-fields';
import { usePictures } from './use-pictures';

/** A post as it stands, to be written anew: its words and its pictures. Nobody is told again. */
export function EditPost({ post, onChanged }: { post: Post; onChanged: (post: Post) => void }) {
  const [text, setText] = useState(post.text);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const drafts = usePictures(post.pictures);
  const isEmpty = text.trim() === '' && drafts.pictures.length === 0;

  async function save() {
    setBusy(true);
    setProblem(null);
    try {
      onChanged(await browserApi.community.changePost(post.id, { text: text.trim(), pictures: drafts.arrived }));
    } catch (error) {
      const { title, hint } = describeError(error);
      setProblem(`${title}. ${hint}`);
      setBusy(false);
    }
  }

  return (
    <form
      className="composer-card"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !isEmpty && !drafts.isUploading) void save();
      }}
    >
      <PostFields label="What it says" text={text} onText={setText} drafts={drafts} problem={problem}>
        <Button type="submit" busy={busy} disabled={isEmpty || drafts.isUploading}>
          Save
        </Button>
      </PostFields>
    </form>
  );
}
