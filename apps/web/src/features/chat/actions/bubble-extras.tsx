import { Ellipsis } from 'lucide-react';
import { useRef } from 'react';
import type { Line } from '../transcript/lines';
import { useChatActions } from './chat-actions';
import { stopSpeaking, useSpeakingId } from './speech';

/** The way to a message's menu that a pointer and a keyboard take; fingers press the bubble itself. */
export function MoreButton({ line, whose }: { line: Line; whose: string }) {
  const { openMenu } = useChatActions();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <button
      ref={button}
      type="button"
      aria-haspopup="menu"
      aria-label={`More about ${whose}`}
      onClick={() => button.current !== null && openMenu(line, button.current)}
      className="bubble-more"
    >
      <Ellipsis size={20} aria-hidden="true" />
    </button>
  );
}

/** What the fan put on it; a press takes it away. */
export function ReactionChip({ line }: { line: Line }) {
  const { react } = useChatActions();
  if (line.reaction === null) return null;
  return (
    <button
      type="button"
      aria-label={`Your reaction: ${line.reaction}. Take it away`}
      onClick={() => react(line, null)}
      className="reaction-chip"
    >
      <span aria-hidden="true">{line.reaction}</span>
    </button>
  );
}

/** While a message is read aloud: the way to make it stop. */
export function SpeakingMark({ line }: { line: Line }) {
  const speakingId = useSpeakingId();
  if (line.id === null || speakingId !== line.id) return null;
  return (
    <button type="button" onClick={stopSpeaking} className="text-button -my-2.5 text-xs">
      <span aria-hidden="true" className="breath" /> Stop reading
    </button>
  );
}
