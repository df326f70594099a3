import type { ConversationListItem } from '@troupe/contracts/http/chat';
import Link from 'next/link';
import { Avatar } from '@/components/ui/portrait';
import { When } from '@/components/ui/when';
import { cn } from '@/lib/cn';
import { lit } from '@/lib/hue';
import { spokenText } from '../prose/prose';

/** One conversation: who, what was said last and when. The one on stage stands in its own light. */
export function ConversationRow({ item, open }: { item: ConversationListItem; open: boolean }) {
  const { persona, lastText, lastRole, lastMessageAt } = item;
  return (
    <li style={lit(persona.hueDegrees)}>
      <Link
        href={`/chat/${item.id}`}
        aria-current={open ? 'page' : undefined}
        className={cn('conversation-row', open && 'conversation-row-lit')}
      >
        <Avatar persona={persona} sizePx={52} />
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="flex items-baseline justify-between gap-3">
            <span className="truncate font-display font-semibold text-ink">{persona.name}</span>
            <When iso={lastMessageAt} className="shrink-0 text-xs text-muted" />
          </span>
          <span className="truncate text-sm text-muted">
            {lastRole === 'user' ? <span className="font-medium text-ink">You: </span> : null}
            {spokenText(lastText) || 'is about to speak…'}
          </span>
        </span>
      </Link>
    </li>
  );
}
