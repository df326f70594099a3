'use client';

import type { Post } from '@troupe/contracts/http/community';
import { LIMITS } from '@troupe/contracts/limits';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';

interface OwnPostActionsProps {
  post: Post;
  onChanged: (post: Post) => void;
  onDeleted: () => void;
}

/** Another word for it, or away with it. */
export function OwnPostActions({ post, onChanged, onDeleted }: OwnPostActionsProps) {
  const [open, setOpen] = useState<'none' | 'edit' | 'delete'>('none');
  const [text, setText] = useState(post.text);
  const [busy, setBusy] = useState(false);

  async function act(work: () => Promise<void>) {
    setBusy(true);
    try {
      await work();
      setOpen('none');
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  }
  const icon = buttonClass({ variant: 'ghost', size: 'icon', className: 'text-muted' });
  return (
    <>
      <button
        type="button"
        aria-label="Edit this post"
        className={icon}
        onClick={() => {
          setText(post.text);
          setOpen('edit');
        }}
      >
        <Pencil size={18} strokeWidth={1.8} aria-hidden="true" />
      </button>
      <button type="button" aria-label="Delete this post" className={icon} onClick={() => setOpen('delete')}>
        <Trash2 size={18} strokeWidth={1.8} aria-hidden="true" />
      </button>
      <Sheet open={open === 'edit'} onClose={() => setOpen('none')} title="Edit this post">
        <div className="grid gap-4">
          <textarea
            value={text}
            onChange={(event) => setText(event.target.value)}
            maxLength={LIMITS.postCharsMax}
            rows={6}
            aria-label="What it says"
            className="composer-text rounded-card border border-line-strong p-3"
          />
          <Button
            busy={busy}
            disabled={text.trim() === '' && post.pictures.length === 0}
            onClick={() => act(async () => onChanged(await browserApi.community.changePost(post.id, { text })))}
          >
            Save
          </Button>
        </div>
      </Sheet>
      <Sheet
        open={open === 'delete'}
        onClose={() => setOpen('none')}
        title="Delete this post?"
        description="It goes with its likes, and can’t be brought back. Whoever was told of it no longer sees it."
      >
        <Button
          variant="danger"
          busy={busy}
          onClick={() =>
            act(async () => {
              await browserApi.community.deletePost(post.id);
              onDeleted();
            })
          }
        >
          Delete it
        </Button>
      </Sheet>
    </>
  );
}
