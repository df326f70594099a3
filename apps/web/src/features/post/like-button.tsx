'use client';

import type { Likes } from '@troupe/contracts/http/community';
import { Heart } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { describeError } from '@/lib/errors';
import { formatCount } from '@/lib/format';
import { loginPath } from '@/lib/next-path';
import { toast } from '@/lib/toast';

/** A like at once; taken back when it didn't arrive. */
export function LikeButton({ postId, initial, signedIn }: { postId: string; initial: Likes; signedIn: boolean }) {
  const pathname = usePathname();
  const [likes, setLikes] = useState(initial);
  const [busy, setBusy] = useState(false);
  const { liked, likeCount } = likes;

  async function toggle() {
    if (busy) return;
    setBusy(true);
    setLikes({ liked: !liked, likeCount: likeCount + (liked ? -1 : 1) });
    try {
      const { browserApi } = await import('@/lib/api/browser');
      setLikes(await (liked ? browserApi.community.unlike(postId) : browserApi.community.like(postId)));
    } catch (error) {
      setLikes(likes);
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  }

  const label = `Like, ${likeCount} ${likeCount === 1 ? 'person likes' : 'people like'} this`;
  const inside = (
    <>
      <Heart size={19} strokeWidth={1.8} aria-hidden="true" />
      <span className="font-mono text-sm tabular-nums">{formatCount(likeCount)}</span>
    </>
  );
  if (!signedIn) {
    return (
      <Link href={loginPath(pathname)} prefetch={false} aria-label={label} className="like-button">
        {inside}
      </Link>
    );
  }
  return (
    <button type="button" aria-pressed={liked} aria-label={label} onClick={toggle} className="like-button">
      {inside}
    </button>
  );
}
