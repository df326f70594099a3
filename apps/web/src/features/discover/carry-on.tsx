import type { ConversationListItem } from '@troupe/contracts/http/chat';
import Link from 'next/link';
import { Avatar } from '@/components/ui/portrait';
import { lit } from '@/lib/hue';

/** The people a fan was talking to, waiting in the wings: one tap back into the conversation. */
export function CarryOn({ conversations }: { conversations: readonly ConversationListItem[] }) {
  if (conversations.length === 0) return null;
  return (
    <nav aria-label="Carry on talking" className="carry-on">
      <ul className="chip-row">
        {conversations.map(({ id, persona }) => (
          <li key={id}>
            <Link href={`/chat/${id}`} prefetch={false} style={lit(persona.hueDegrees)} className="carry-on-link">
              <Avatar persona={persona} sizePx={60} />
              <span className="w-full truncate">{persona.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
