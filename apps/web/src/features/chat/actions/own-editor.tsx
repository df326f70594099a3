'use client';

import { LIMITS } from '@troupe/contracts/limits';
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { priceWords } from '@/lib/format';
import type { OwnLine } from '../transcript/lines';
import { useChatActions, useChatState } from './chat-actions';

/** What was said, to be said differently, in its own place. What followed stays, one arrow away. */
export function OwnEditor({ line }: { line: OwnLine }) {
  const { edit, cancelEdit } = useChatActions();
  const { priceMicrocoins, byTokens, wishedId } = useChatState();
  const [text, setText] = useState(line.content);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const busy = wishedId === line.id;
  useEffect(() => {
    const field = area.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
    field?.scrollIntoView({ block: 'nearest' });
  }, []);
  const same = text.trim() === line.content.trim();
  const empty = text.trim() === '';
  const send = () => {
    if (same) cancelEdit();
    else if (!empty && !busy) edit(line, text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      cancelEdit();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
  };
  return (
    <div className="own-editor">
      <label htmlFor={id} className="sr-only">
        Say it differently
      </label>
      <textarea
        ref={area}
        id={id}
        value={text}
        rows={2}
        maxLength={LIMITS.messageCharsMax}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className="own-editor-text"
      />
      <p id={`${id}-hint`} className="text-sm text-muted">
        It gets a reply of its own. What was said after it stays, one arrow away.
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="ghost" onClick={cancelEdit}>
          Leave it
        </Button>
        <Button busy={busy} disabled={empty || same} onClick={send}>
          Say it for {priceWords(priceMicrocoins, byTokens)}
        </Button>
      </div>
    </div>
  );
}
