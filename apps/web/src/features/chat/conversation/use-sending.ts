'use client';

import type { Conversation } from '@troupe/contracts/http/chat';
import type { Dispatch } from 'react';
import { useCallback, useState } from 'react';
import { browserApi } from '@/lib/api/browser';
import { setSpendable } from '@/lib/balance';
import { errorCodeOf } from '@/lib/errors';
import { useLiveSocket } from '@/lib/live-socket';
import { newId } from '@/lib/new-id';
import type { OwnLine } from '../transcript/lines';
import type { TranscriptEvent } from '../transcript/transcript';

/** Why a message was not taken, when asking again would not help: the text goes back to the composer. */
const REFUSALS = [
  'insufficient_coins',
  'price_changed',
  'spending_blocked',
  'spending_limit_reached',
  'not_found',
  'validation_failed',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export type SendOutcome = { kind: 'sent' } | { kind: 'failed' } | { kind: 'refused'; code: RefusalCode };

/**
 * Sends messages, optimistically. Each has one client message id for all its attempts, so a retry is never charged
 * twice. `priceMicrocoins` is the price that the fan sees; a higher one is refused by the server and then shown.
 */
export function useSending(conversation: Conversation, dispatch: Dispatch<TranscriptEvent>) {
  const { socket } = useLiveSocket();
  const conversationId = conversation.id;
  const [priceMicrocoins, setPriceMicrocoins] = useState(conversation.persona.priceMicrocoins);

  const attempt = useCallback(
    async (clientMessageId: string, content: string): Promise<SendOutcome> => {
      dispatch({ type: 'sendStarted', clientMessageId, content, createdAt: new Date().toISOString() });
      const code = await emitMessage();
      if (code === null) return { kind: 'sent' };
      const refusal = REFUSALS.find((candidate) => candidate === code);
      if (refusal === undefined) {
        dispatch({ type: 'sendFailed', clientMessageId, code });
        return { kind: 'failed' };
      }
      if (refusal === 'price_changed') setPriceMicrocoins(await currentPrice(conversationId, priceMicrocoins));
      dispatch({ type: 'sendWithdrawn', clientMessageId });
      return { kind: 'refused', code: refusal };

      async function emitMessage(): Promise<string | null> {
        if (socket === null) return 'network';
        try {
          const message = { conversationId, clientMessageId, content, maxPriceMicrocoins: priceMicrocoins };
          const ack = await socket.emit('sendMessage', message);
          if (!ack.ok) return ack.code;
          setSpendable(ack.balanceMicrocoins);
          const { messageId, replyId, chargedMicrocoins } = ack;
          dispatch({ type: 'sendAcked', clientMessageId, messageId, replyId, chargedMicrocoins });
          return null;
        } catch (error) {
          return errorCodeOf(error);
        }
      }
    },
    [socket, conversationId, priceMicrocoins, dispatch],
  );

  const send = useCallback((content: string) => attempt(newId(), content), [attempt]);
  const retry = useCallback((line: OwnLine) => attempt(line.clientMessageId ?? newId(), line.content), [attempt]);
  return { send, retry, priceMicrocoins };
}

async function currentPrice(conversationId: string, shownMicrocoins: number): Promise<number> {
  try {
    return (await browserApi.chat.conversation(conversationId)).persona.priceMicrocoins;
  } catch (error) {
    // The old price stays on show and the next try is refused again: nothing is ever charged unseen.
    reportError(error);
    return shownMicrocoins;
  }
}
