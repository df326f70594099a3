import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Line } from '../transcript/lines';
import { useChatActions, useChatState } from './chat-actions';
import { standingOf } from './siblings';

/** ‹ 2/3 ›: walks through what else was said in this place. */
export function SiblingArrows({ line, what }: { line: Line; what: 'takes' | 'versions' }) {
  const { show } = useChatActions();
  const { free, turning } = useChatState();
  const standing = standingOf(line);
  if (standing === null) return null;
  const { position, count, previousId, nextId } = standing;
  const turn = (id: string | null) => () => {
    if (id !== null && free && !turning) show(id);
  };
  return (
    <fieldset aria-label={`${count} ${what}`} className="sibling-arrows">
      <button
        type="button"
        aria-label="Previous"
        aria-disabled={previousId === null || !free || undefined}
        onClick={turn(previousId)}
        className="sibling-arrow"
      >
        <ChevronLeft size={18} aria-hidden="true" />
      </button>
      <span className="font-mono tabular-nums" aria-live="polite">
        {position}/{count}
      </span>
      <button
        type="button"
        aria-label="Next"
        aria-disabled={nextId === null || !free || undefined}
        onClick={turn(nextId)}
        className="sibling-arrow"
      >
        <ChevronRight size={18} aria-hidden="true" />
      </button>
    </fieldset>
  );
}
