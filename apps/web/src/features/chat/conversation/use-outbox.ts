'use client';

import type { Dispatch } from 'react';
import { useEffect, useRef } from 'react';
import type { Line, OwnLine } from '../transcript/lines';
import { isAlive } from '../transcript/lines';
import type { TranscriptEvent } from '../transcript/transcript';
import type { OutgoingMessage, SendOutcome } from './outbox';
import { dropFromOutbox, readOutbox } from './outbox';

interface Outbox {
  conversationId: string;
  lines: readonly Line[];
  /** There is a connection. */
  ready: boolean;
  dispatch: Dispatch<TranscriptEvent>;
  attempt: (message: OutgoingMessage) => Promise<SendOutcome>;
  onLateRefusal: (outcome: SendOutcome) => void;
}

/** Lets what waits go out as soon as there is a connection: one after the other, each when the reply before it has ended. */
export function useOutbox({ conversationId, lines, ready, dispatch, attempt, onLateRefusal }: Outbox): void {
  const sendingId = useRef<string | null>(null);

  useEffect(() => {
    for (const message of readOutbox(conversationId)) dispatch({ type: 'sendPostponed', ...message });
  }, [conversationId, dispatch]);

  const busy = lines.some((line) => isAlive(line) || (line.kind === 'own' && line.delivery === 'sending'));
  const next = lines.find((line): line is OwnLine => line.kind === 'own' && line.delivery === 'waiting');
  useEffect(() => {
    if (!ready || busy || next === undefined || sendingId.current !== null) return;
    const { clientMessageId } = next;
    const message = readOutbox(conversationId).find((kept) => kept.clientMessageId === clientMessageId);
    if (clientMessageId === null || message === undefined) return;
    sendingId.current = clientMessageId;
    const go = async () => {
      const outcome = await attempt(message);
      sendingId.current = null;
      if (outcome.kind === 'refused') onLateRefusal(outcome);
    };
    void go();
  }, [conversationId, ready, busy, next, attempt, onLateRefusal]);

  // One that is known to be stored needs no other attempt, whoever told us.
  useEffect(() => {
    for (const { clientMessageId } of readOutbox(conversationId)) {
      const stored = lines.some(
        (line) => line.kind === 'own' && line.clientMessageId === clientMessageId && line.delivery === 'sent',
      );
      if (stored) dropFromOutbox(conversationId, clientMessageId);
    }
  }, [conversationId, lines]);
}
