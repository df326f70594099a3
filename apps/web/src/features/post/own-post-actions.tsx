'use client';

import type { Post } from '@troupe/contracts/http/community';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';
import { EditPost } from './edit-post';

interface OwnPostActionsProps {
  post: Post;
  onChanged: (post: Post) => void;
  onDeleted: () => void;
}

/** Written anew, or away with it. */
export function OwnPostActions({ post, onChanged, onDeleted }: OwnPostActionsProps) {
  const [open, setOpen] = useState<'none' | 'edit' | 'delete'>('none');
  const [busy, setBusy] = useState(false);

  async function remove() {
    setBusy(true);
    try {
      await browserApi.community.deletePost(post.id);
      setOpen('none');
      onDeleted();
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  }
  const icon = buttonClass({ variant: 'ghost', size: 'icon', className: 'text-muted' });
  return (
    <>
      <button type="button" aria-label="Edit this post" className={icon} onClick={() => setOpen('edit')}>
        <Pencil size={18} strokeWidth={1.8} aria-hidden="true" />
      </button>
      <button type="button" aria-label="Delete this post" className={icon} onClick={() => setOpen('delete')}>
        <Trash2 size={18} strokeWidth={1.8} aria-hidden="true" />
      </button>
      <Sheet open={open === 'edit'} onClose={() => setOpen('none')} title="Edit this post">
        <EditPost
          post={post}
          onChanged={(changed) => {
            setOpen('none');
            onChanged(changed);
          }}
        />
      </Sheet>
      <Sheet
        open={open === 'delete'}
        onClose={() => setOpen('none')}
        title="Delete this post?"
        description="It goes with its likes, and can’t be brought back. Whoever was told of it no longer sees it."
      >
        <Button variant="danger" busy={busy} onClick={remove}>
          Delete it
        </Button>
      </Sheet>
    </>
  );
}
