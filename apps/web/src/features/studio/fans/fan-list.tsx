'use client';

import type { CreatorFan, CreatorFansPage } from '@troupe/contracts/http/community';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { ShowMore } from '@/components/ui/show-more';
import { StatusChip } from '@/components/ui/status-chip';
import { When } from '@/components/ui/when';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';
import { useOlder } from '@/lib/use-older';

/** Whom a creator's personas have met, each with the door beside them. */
export function FanList({ first, only }: { first: CreatorFansPage; only: 'blocked' | undefined }) {
  const { items, more } = useOlder<CreatorFan>(first, (cursor) => browserApi.community.fans({ cursor, only }));
  /** What was done here since the list was read. */
  const [blocked, setBlocked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [asked, setAsked] = useState<CreatorFan | null>(null);
  const [busyId, setBusyId] = useState<string | null>(null);

  async function set({ userId, name }: CreatorFan, block: boolean) {
    setBusyId(userId);
    try {
      await (block ? browserApi.community.blockFan(userId) : browserApi.community.unblockFan(userId));
      setBlocked((before) => new Map([...before, [userId, block]]));
      toast({ title: block ? `${name} is blocked` : `${name} may come back`, tone: 'success' });
      setAsked(null);
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusyId(null);
    }
  }

  if (items.length === 0) {
    return (
      <p className="text-muted">
        {only === 'blocked' ? 'Nobody is blocked.' : 'Nobody yet. Whoever starts a chat or follows is listed here.'}
      </p>
    );
  }
  return (
    <>
      <ul className="divide-y divide-line">
        {items.map((fan) => {
          const isBlocked = blocked.get(fan.userId) ?? fan.blockedAt !== null;
          return (
            <li key={fan.userId} className="flex items-center gap-3 py-3">
              <div className="grid min-w-0 flex-1">
                <span className="flex min-w-0 items-center gap-2">
                  <span className="truncate font-medium">{fan.name}</span>
                  {isBlocked ? <StatusChip label="Blocked" tone="bad" /> : null}
                </span>
                <span className="truncate text-sm text-muted">
                  @{fan.handle} · <When iso={fan.metAt} />
                </span>
              </div>
              {isBlocked ? (
                <Button variant="quiet" busy={busyId === fan.userId} onClick={() => set(fan, false)}>
                  Unblock
                </Button>
              ) : (
                <Button variant="ghost" aria-label={`Block ${fan.name}`} onClick={() => setAsked(fan)}>
                  Block
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <ShowMore more={more} />
      <Sheet
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={asked === null ? 'Block this fan?' : `Block ${asked.name}?`}
        description="For them you and your personas are no longer there: no chats, no posts, no following. They aren’t told, and keep what was said. You can undo it."
      >
        {asked === null ? null : (
          <Button variant="danger" busy={busyId === asked.userId} onClick={() => set(asked, true)}>
            Block
          </Button>
        )}
      </Sheet>
    </>
  );
}
