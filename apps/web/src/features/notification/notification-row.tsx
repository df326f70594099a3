import type { Notification } from '@troupe/contracts/http/notification';
import { X } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Avatar } from '@/components/ui/portrait';
import { When } from '@/components/ui/when';

interface NotificationRowProps {
  item: Notification;
  isNew: boolean;
  onOpen: () => void;
  onRemove: () => void;
}

/** One notification: who, what, when, and the way there. */
export function NotificationRow({ item, isNew, onOpen, onRemove }: NotificationRowProps) {
  const { subject } = item;
  const name = subject?.personaName;
  return (
    <li className="notification-row" data-new={isNew || undefined}>
      {subject === null ? (
        <p className="notification-link text-muted">This post is no longer there.</p>
      ) : (
        <Link
          href={
            item.kind === 'post' ? `/p/${subject.personaSlug}/posts/${subject.postId}` : `/p/${subject.personaSlug}`
          }
          prefetch={false}
          onClick={onOpen}
          className="notification-link"
        >
          <Avatar
            persona={{
              name: subject.personaName,
              slug: subject.personaSlug,
              hueDegrees: subject.hueDegrees,
              portrait: subject.portrait,
            }}
          />
          <span className="grid min-w-0 gap-0.5">
            <span className="flex items-baseline gap-2">
              <span className="truncate font-semibold">{subject.personaName}</span>
              <When iso={item.createdAt} className="shrink-0 text-xs text-muted" />
              {isNew ? <span className="sr-only">new</span> : null}
            </span>
            {item.kind === 'postRemoved' ? <Removal reason={item.subject?.reason ?? ''} /> : null}
            <span className="line-clamp-2 text-sm text-muted">
              {subject.excerpt === '' && item.kind === 'post' ? pictureWords(subject.pictureCount) : subject.excerpt}
            </span>
          </span>
        </Link>
      )}
      <button
        type="button"
        onClick={onRemove}
        aria-label={name === undefined ? 'Remove this notification' : `Remove the notification from ${name}`}
        className={buttonClass({ variant: 'ghost', size: 'icon', className: 'text-muted' })}
      >
        <X size={17} aria-hidden="true" />
      </button>
    </li>
  );
}

/** A decision over somebody's words: that, and why, in full. */
function Removal({ reason }: { reason: string }) {
  return (
    <span className="text-sm wrap-anywhere">
      We removed this post: <span className="font-medium">{reason}</span>
    </span>
  );
}

const pictureWords = (count: number): string => (count === 1 ? 'A new picture' : `${count} new pictures`);
