'use client';

import type { TroupeSocket } from '@troupe/api-client/socket';
import type { Conversation } from '@troupe/contracts/http/chat';
import type { Dispatch } from 'react';
import { useCallback, useState } from 'react';
import { chatApi } from '@/lib/api/chat';
import { setSpendable } from '@/lib/balance';
import { errorCodeOf } from '@/lib/errors';
import { useLiveSocket } from '@/lib/live-socket';
import { newId } from '@/lib/new-id';
import type { Line, OwnLine } from '../transcript/lines';
import type { TranscriptEvent } from '../transcript/transcript';
import type { OutgoingMessage, SendOutcome } from './outbox';
import { dropFromOutbox, keepInOutbox } from './outbox';
import { useOutbox } from './use-outbox';

/** Why a message was not taken, when asking again would not help: the text goes back to the composer. */
const REFUSALS = [
  'insufficient_coins',
  'price_changed',
  'spending_blocked',
  'spending_limit_reached',
  'not_found',
  'validation_failed',
  'content_blocked',
  'persona_blocked',
  'age_confirmation_required',
] as const;

interface Sending {
  conversation: Conversation;
  lines: readonly Line[];
  dispatch: Dispatch<TranscriptEvent>;
  /** Hears of a message that was refused long after it was written. */
  onLateRefusal: (outcome: SendOutcome) => void;
}

/**
 * Sends messages, optimistically. Each has one client message id for all its attempts, so a retry is never charged
 * twice. What is written without a connection waits and goes out in order, each after the reply before it.
 */
export function useSending({ conversation, lines, dispatch, onLateRefusal }: Sending) {
  const { socket, status } = useLiveSocket();
  const conversationId = conversation.id;
  const [priceMicrocoins, setPriceMicrocoins] = useState(() => priceOf(conversation));
  const online = status === 'online';
  const readPrice = useCallback(async () => {
    try {
      setPriceMicrocoins(priceOf(await chatApi.conversation(conversationId)));
    } catch (error) {
      // The old price stays on show and the next try is refused again: nothing is ever charged unseen.
      reportError(error);
    }
  }, [conversationId]);

  const attempt = useCallback(
    async (message: OutgoingMessage): Promise<SendOutcome> => {
      const { clientMessageId, content } = message;
      keepInOutbox(conversationId, message);
      if (socket === null || !online) {
        dispatch({ type: 'sendPostponed', ...message });
        return { kind: 'waiting' };
      }
      dispatch({ type: 'sendStarted', ...message });
      const code = await emitMessage(socket, conversationId, message, dispatch);
      if (code !== 'network') dropFromOutbox(conversationId, clientMessageId);
      if (code === null) return { kind: 'sent' };
      if (code === 'network') {
        // The line went down under it. It may have arrived: its id makes sure that it happens once.
        dispatch({ type: 'sendPostponed', ...message });
        return { kind: 'waiting' };
      }
      if (!REFUSALS.some((candidate) => candidate === code)) {
        dispatch({ type: 'sendFailed', clientMessageId, code });
        return { kind: 'failed' };
      }
      if (code === 'price_changed') await readPrice();
      dispatch({ type: 'sendWithdrawn', clientMessageId });
      return { kind: 'refused', code, content };
    },
    [socket, online, conversationId, dispatch, readPrice],
  );

  const send = useCallback(
    (content: string, clientMessageId = newId()) =>
      attempt({ clientMessageId, content, createdAt: new Date().toISOString(), maxPriceMicrocoins: priceMicrocoins }),
    [attempt, priceMicrocoins],
  );
  const retry = useCallback((line: OwnLine) => send(line.content, line.clientMessageId ?? undefined), [send]);

  useOutbox({ conversationId, lines, ready: online && socket !== null, dispatch, attempt, onLateRefusal });
  return { send, retry, priceMicrocoins, readPrice };
}

/** A preview of one's own persona costs nothing, whatever others pay. */
const priceOf = ({ preview, persona }: Conversation): number => (preview ? 0 : persona.priceMicrocoins);

/** Why it was not taken, or null when it was. */
async function emitMessage(
  socket: TroupeSocket,
  conversationId: string,
  { createdAt: _, ...message }: OutgoingMessage,
  dispatch: Dispatch<TranscriptEvent>,
): Promise<string | null> {
  try {
    const ack = await socket.emit('sendMessage', { conversationId, ...message });
    if (!ack.ok) return ack.code;
    setSpendable(ack.balanceMicrocoins);
    const { messageId, replyId, chargedMicrocoins } = ack;
    dispatch({ type: 'sendAcked', clientMessageId: message.clientMessageId, messageId, replyId, chargedMicrocoins });
    return null;
  } catch (error) {
    return errorCodeOf(error);
  }
}
