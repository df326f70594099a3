'use client';

import type { Post } from '@troupe/contracts/http/community';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { newId } from '@/lib/new-id';
import { toast } from '@/lib/toast';
import { useKeptText } from '@/lib/use-kept-text';
import { PostFields } from './post-fields';
import { usePictures } from './use-pictures';

interface PostComposerProps {
  persona: { id: string; name: string };
  onPosted: (post: Post) => void;
}

/** Where a persona's writer speaks as them to everybody who follows. What was written stays until it has arrived, over a reload too. */
export function PostComposer({ persona, onPosted }: PostComposerProps) {
  const [text, setText] = useKeptText(`post:${persona.id}`);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const drafts = usePictures();
  /** One for each intention: sent again after a lost answer, it is still one post. */
  const clientPostId = useRef(newId());
  const isEmpty = text.trim() === '' && drafts.pictures.length === 0;

  async function post() {
    setBusy(true);
    setProblem(null);
    try {
      const content = { text: text.trim(), pictures: drafts.arrived };
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
      <PostFields
        label={`Post as ${persona.name}`}
        placeholder={`What does ${persona.name} want everyone to know?`}
        text={text}
        onText={setText}
        drafts={drafts}
        problem={problem}
      >
        <Button type="submit" busy={busy} disabled={isEmpty || drafts.isUploading}>
          Post
        </Button>
      </PostFields>
    </form>
  );
}
