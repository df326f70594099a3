'use client';

import type { TroupeSocket } from '@troupe/api-client/socket';
import type { Dispatch } from 'react';
import { useCallback, useRef, useState } from 'react';
import { setSpendable } from '@/lib/balance';
import { errorCodeOf } from '@/lib/errors';
import { useLiveSocket } from '@/lib/live-socket';
import { newId } from '@/lib/new-id';
import type { TranscriptEvent } from '../transcript/transcript';

/** What a fan can ask for beside a new message; `maxPriceMicrocoins` is the price that was on the button. */
export type Wish = { messageId: string; maxPriceMicrocoins: number } & (
  | { kind: 'edit'; content: string }
  | { kind: 'regenerate' | 'continue' }
);

export type WishOutcome = { kind: 'sent' } | { kind: 'refused'; code: string };

/**
 * Asks for another branch: what was said, said differently; another reply; more of one. One at a time. A wish keeps its
 * client id until it is granted, so asking again after a lost answer is never charged twice.
 */
export function useWishes(conversationId: string, dispatch: Dispatch<TranscriptEvent>) {
  const { socket } = useLiveSocket();
  const [wishedId, setWishedId] = useState<string | null>(null);
  const last = useRef<{ intention: string; clientMessageId: string } | null>(null);

  const ask = useCallback(
    async (wish: Wish): Promise<WishOutcome> => {
      if (socket === null) return { kind: 'refused', code: 'network' };
      const intention = JSON.stringify([wish.kind, wish.messageId, wish.kind === 'edit' ? wish.content : '']);
      if (last.current?.intention !== intention) last.current = { intention, clientMessageId: newId() };
      const { clientMessageId } = last.current;
      setWishedId(wish.messageId);
      try {
        const ack = await emitWish(socket, { conversationId, clientMessageId }, wish);
        if (!ack.ok) return { kind: 'refused', code: ack.code };
        last.current = null;
        setSpendable(ack.balanceMicrocoins);
        dispatch({ type: 'wishGranted', wish, clientMessageId, ack, at: new Date().toISOString() });
        return { kind: 'sent' };
      } catch (error) {
        return { kind: 'refused', code: errorCodeOf(error) };
      } finally {
        setWishedId(null);
      }
    },
    [socket, conversationId, dispatch],
  );
  return { ask, wishedId };
}

function emitWish(socket: TroupeSocket, ids: { conversationId: string; clientMessageId: string }, wish: Wish) {
  const { kind, messageId, maxPriceMicrocoins } = wish;
  const asked = { ...ids, messageId, maxPriceMicrocoins };
  if (kind === 'edit') return socket.emit('editMessage', { ...asked, content: wish.content });
  return socket.emit(kind === 'continue' ? 'continueReply' : 'regenerate', asked);
}
