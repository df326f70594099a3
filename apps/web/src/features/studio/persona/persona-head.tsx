import type { OwnPersona } from '@troupe/contracts/http/creator-persona';
import { BackLink } from '@/components/ui/back-link';
import { StatusChip } from '@/components/ui/status-chip';
import { formatCount } from '@/lib/format';
import { PersonaNav } from '../studio-nav';
import { Portrayal } from './portrayal';
import { STATUS_WORDS } from './status-words';

/** Who is being worked on, and the rooms that there are of them. */
export function PersonaHead({ persona }: { persona: OwnPersona }) {
  const { content, portrait, chatCount, status } = persona;
  return (
    <div className="grid gap-4">
      <BackLink href="/studio/personas">Your personas</BackLink>
      <div className="flex items-center gap-4">
        <Portrayal
          name={content.name}
          hueDegrees={content.hueDegrees}
          portrait={portrait}
          className="w-16 shrink-0 rounded-tight text-lg"
        />
        <div className="grid min-w-0 gap-1">
          <h1 className="text-2xl wrap-anywhere">{content.name}</h1>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <StatusChip {...STATUS_WORDS[status]} />
            {formatCount(chatCount)} {chatCount === 1 ? 'chat' : 'chats'}
          </p>
        </div>
      </div>
      <PersonaNav personaId={persona.id} />
    </div>
  );
}
