'use client';

import type { Dispatch } from 'react';
import { useEffect, useRef } from 'react';
import { useLiveSocket } from '@/lib/live-socket';
import type { TranscriptEvent } from '../transcript/transcript';

/** A gap that joining does not heal is asked about again no faster than this. */
const REJOIN_MS = 1_000;

interface Room {
  conversationId: string;
  dispatch: Dispatch<TranscriptEvent>;
  /** Reads the newest stored page. */
  reload: () => Promise<void>;
  /** A stream misses a part. */
  gap: boolean;
  /** A reply was heard of that is not here. */
  stale: boolean;
}

/**
 * Listens to a conversation's room. Joins at every connection, takes over the streams that run and then reads the
 * stored page, so that nothing that happened without us stays unknown; joins again when a stream has a gap.
 */
export function useRoom({ conversationId, dispatch, reload, gap, stale }: Room): void {
  const { socket, status } = useLiveSocket();
  const joinedAtMs = useRef(0);

  useEffect(() => {
    if (socket === null) return;
    const isHere = (event: { conversationId: string }) => event.conversationId === conversationId;
    const off = [
      socket.on('message', ({ message }) => {
        if (isHere(message)) dispatch({ type: 'messageArrived', message });
      }),
      socket.on('messageDelta', (event) => {
        if (isHere(event)) dispatch({ type: 'deltaArrived', ...event });
      }),
      socket.on('messageDone', (event) => {
        if (!isHere(event)) return;
        const { replyId, status, content, failureCode, receipt } = event;
        dispatch({ type: 'replyEnded', replyId, ending: { status, content, failureCode, charge: receipt } });
      }),
      socket.on('messageFailed', (event) => {
        if (!isHere(event)) return;
        const { replyId, content, code, receipt } = event;
        const ending = { status: 'failed', content, failureCode: code, charge: receipt } as const;
        dispatch({ type: 'replyEnded', replyId, ending });
      }),
      // Another tab shows another branch, or something went.
      socket.on('conversationChanged', (event) => {
        if (isHere(event)) void reload();
      }),
    ];
    return () => {
      for (const stopListening of off) stopListening();
    };
  }, [socket, conversationId, dispatch, reload]);

  const online = status === 'online';
  useEffect(() => {
    if (socket === null || !online) return;
    let left = false;
    const join = async () => {
      joinedAtMs.current = Date.now();
      try {
        const ack = await socket.emit('joinRoom', { conversationId });
        if (left || !ack.ok) return;
        dispatch({ type: 'roomJoined', active: ack.active, at: new Date().toISOString() });
        await reload();
      } catch (error) {
        // Unanswered: the connection is going, and the next one joins again.
        reportError(error);
      }
    };
    void join();
    return () => {
      left = true;
      // Leaving is a courtesy: the server forgets the room with the socket anyway.
      socket.emit('leaveRoom', { conversationId }).catch(() => undefined);
    };
  }, [socket, online, conversationId, dispatch, reload]);

  useEffect(() => {
    if (socket === null || !online || !gap) return;
    const rejoin = async () => {
      joinedAtMs.current = Date.now();
      const ack = await socket.emit('joinRoom', { conversationId }).catch(() => null);
      if (ack?.ok) dispatch({ type: 'roomJoined', active: ack.active, at: new Date().toISOString() });
    };
    const timer = setInterval(rejoin, REJOIN_MS);
    if (Date.now() - joinedAtMs.current > REJOIN_MS) void rejoin();
    return () => clearInterval(timer);
  }, [socket, online, gap, conversationId, dispatch]);

  useEffect(() => {
    if (stale) void reload();
  }, [stale, reload]);
}
