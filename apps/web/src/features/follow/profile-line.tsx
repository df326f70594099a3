'use client';

import type { Audience } from '@troupe/contracts/http/community';
import { Check, Plus } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { describeError } from '@/lib/errors';
import { formatCount } from '@/lib/format';
import { loginPath } from '@/lib/next-path';
import { toast } from '@/lib/toast';

interface ProfileLineProps {
  persona: { id: string; name: string; chatCount: number };
  /** Null when it can't be told right now: the rest of the page works without. */
  audience: Audience | null;
  viewer: 'visitor' | 'fan' | 'maker';
}

/** What a profile counts, and the way to follow. Shows at once what was asked for, and takes it back when that failed. */
export function ProfileLine({ persona, audience: initial, viewer }: ProfileLineProps) {
  const [audience, setAudience] = useState(initial);
  const [busy, setBusy] = useState(false);

  async function toggle(before: Audience) {
    if (busy) return;
    const { following, followerCount } = before;
    setBusy(true);
    setAudience({ ...before, following: !following, followerCount: followerCount + (following ? -1 : 1) });
    try {
      const { browserApi } = await import('@/lib/api/browser');
      const { follow, unfollow } = browserApi.community;
      setAudience(await (following ? unfollow(persona.id) : follow(persona.id)));
    } catch (error) {
      setAudience(before);
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
      <ul aria-label="Figures" className="persona-figures">
        {audience === null ? null : (
          <>
            <Figure count={audience.followerCount} one="follower" many="followers" />
            <Figure count={audience.postCount} one="post" many="posts" />
          </>
        )}
        <Figure count={persona.chatCount} one="chat" many="chats" />
      </ul>
      {audience === null || viewer === 'maker' ? null : (
        <Follow
          name={persona.name}
          following={audience.following}
          isVisitor={viewer === 'visitor'}
          onToggle={() => toggle(audience)}
        />
      )}
    </div>
  );
}

export function Figure({ count, one, many }: { count: number; one: string; many: string }) {
  return (
    <li>
      <span className="font-mono text-lg font-semibold text-ink tabular-nums">{formatCount(count)}</span>{' '}
      {count === 1 ? one : many}
    </li>
  );
}

interface FollowProps {
  name: string;
  following: boolean;
  isVisitor: boolean;
  onToggle: () => void;
}

function Follow({ name, following, isVisitor, onToggle }: FollowProps) {
  const pathname = usePathname();
  if (isVisitor) {
    return (
      <Link
        href={loginPath(pathname)}
        prefetch={false}
        className={buttonClass({ variant: 'quiet', className: 'follow-button' })}
      >
        <Plus size={18} aria-hidden="true" />
        <span>
          Follow <span className="sr-only">{name}</span>
        </span>
      </Link>
    );
  }
  return (
    <Button variant="quiet" aria-pressed={following} onClick={onToggle} className="follow-button">
      {following ? <Check size={18} aria-hidden="true" /> : <Plus size={18} aria-hidden="true" />}
      <span>
        {following ? 'Following' : 'Follow'} <span className="sr-only">{name}</span>
      </span>
    </Button>
  );
}
