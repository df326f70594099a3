'use client';

import type { OwnPersona } from '@troupe/contracts/http/creator-persona';
import { RotateCcw } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConversationStage } from '@/features/chat/conversation/conversation-stage';
import { ConversationListProvider } from '@/features/chat/list/conversation-list-provider';
import { useHouse } from '@/lib/house';
import { LiveSocketProvider } from '@/lib/live-socket';
import { useFetched } from '@/lib/use-fetched';
import { studioErrorLine } from '../../studio-words';
import { openPreview } from './open-preview';
import '@/features/chat/chat.css';
import '@/features/chat/actions/actions.css';

/** The stage tells the list of chats what was said; beside a form there is none. */
const NO_LIST = { items: [], nextCursor: null };

/** A real chat with one's own persona, free: what is saved of the draft is what the next reply is made of. */
export function PreviewChat({ persona }: { persona: OwnPersona }) {
  const { user } = useHouse();
  const fan = user?.name ?? '';
  // As it was when the chat was opened; what is changed meanwhile counts from the next reply on.
  const [{ id, content }] = useState(persona);
  const [{ name, nickname, greeting }, setStart] = useState(content);
  const get = useCallback(
    () => openPreview({ id, name, nickname, greeting }, fan),
    [id, name, nickname, greeting, fan],
  );
  const { value, setValue, error, load } = useFetched(get);
  const startOver = () => {
    setValue(null);
    setStart(persona.content);
    load();
  };
  return (
    <section aria-label="Preview" className="preview-chat">
      <div className="preview-head">
        <p className="text-sm text-muted">Free for you, and only you can read it.</p>
        <Button variant="ghost" onClick={startOver} className="px-3 text-sm">
          <RotateCcw size={16} aria-hidden="true" />
          Start over
        </Button>
      </div>
      {error === null ? null : (
        <div role="alert" className="grid justify-items-start gap-3 p-5">
          <p className="text-danger-ink">{studioErrorLine(error)}</p>
          <Button variant="quiet" onClick={load}>
            Try again
          </Button>
        </div>
      )}
      {value === null ? (
        <div className="preview-space" />
      ) : (
        <LiveSocketProvider tellLow={false}>
          <ConversationListProvider page={NO_LIST}>
            <ConversationStage
              key={value.conversation.id}
              conversation={value.conversation}
              firstPage={value.firstPage}
            />
          </ConversationListProvider>
        </LiveSocketProvider>
      )}
    </section>
  );
}
