import type { ConversationListItem } from '@troupe/contracts/http/chat';
import { Ellipsis, Pin } from 'lucide-react';
import Link from 'next/link';
import { memo, useRef } from 'react';
import { Avatar } from '@/components/ui/portrait';
import { When } from '@/components/ui/when';
import { cn } from '@/lib/cn';
import { lit } from '@/lib/hue';
import { spokenText } from '../prose/prose';

interface ConversationRowProps {
  item: ConversationListItem;
  /** It is on stage. */
  open: boolean;
  onMore: (id: string, anchor: HTMLElement) => void;
}

/** One conversation: who, what was said last and when. The one on stage stands in its own light. */
export const ConversationRow = memo(function ConversationRow({ item, open, onMore }: ConversationRowProps) {
  const { persona, title, pinned, lastText, lastRole, lastMessageAt } = item;
  const more = useRef<HTMLButtonElement>(null);
  const unread = item.unread && !open;
  const name = title ?? persona.name;
  return (
    <li style={lit(persona.hueDegrees)} className="relative">
      <Link
        href={`/chat/${item.id}`}
        aria-current={open ? 'page' : undefined}
        className={cn('conversation-row', open && 'conversation-row-lit')}
      >
        <Avatar persona={persona} sizePx={52} />
        <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-0.5">
          <span className="flex items-baseline justify-between gap-3">
            <span className="truncate font-display font-semibold text-ink">{name}</span>
            <span className="flex shrink-0 items-center gap-1.5 text-xs text-muted">
              {pinned ? <Pin size={13} aria-label="Pinned" className="rotate-45" /> : null}
              <When iso={lastMessageAt} />
            </span>
          </span>
          <span className="flex items-center gap-2 pr-9">
            <span className={cn('truncate text-sm', unread ? 'font-medium text-ink' : 'text-muted')}>
              {lastRole === 'user' ? <span className="font-medium text-ink">You: </span> : null}
              {spokenText(lastText) || 'is about to speak…'}
            </span>
            {unread ? (
              <span className="unread-dot">
                <span className="sr-only">Unread</span>
              </span>
            ) : null}
          </span>
        </span>
      </Link>
      <button
        ref={more}
        type="button"
        aria-haspopup="menu"
        aria-label={`More about the chat with ${name}`}
        onClick={() => more.current !== null && onMore(item.id, more.current)}
        className="row-more"
      >
        <Ellipsis size={19} aria-hidden="true" />
      </button>
    </li>
  );
});
