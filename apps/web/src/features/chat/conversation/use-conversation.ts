'use client';

import type { Conversation, MessagesPage } from '@troupe/contracts/http/chat';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { chatApi } from '@/lib/api/chat';
import { describeError } from '@/lib/errors';
import { useLiveSocket } from '@/lib/live-socket';
import { toast } from '@/lib/toast';
import { hasGap, openTranscript, reduceTranscript, runningReply } from '../transcript/transcript';
import type { SendOutcome } from './outbox';
import { useRoom } from './use-room';
import { useSending } from './use-sending';
import { useTree } from './use-tree';
import { useWishes } from './use-wishes';

interface UseConversation {
  conversation: Conversation;
  firstPage: MessagesPage;
  /** Hears of a message that waited for the connection and was then refused. */
  onLateRefusal: (outcome: SendOutcome) => void;
}

/** Everything a chat does: history, streams, sending and stopping, over one socket and the pure transcript. */
export function useConversation({ conversation, firstPage, onLateRefusal }: UseConversation) {
  const { id } = conversation;
  const { socket, status } = useLiveSocket();
  const [transcript, dispatch] = useReducer(reduceTranscript, firstPage, openTranscript);
  const { lines } = transcript;
  const latest = useRef(lines);
  useEffect(() => {
    latest.current = lines;
  }, [lines]);
  const reload = useCallback(async () => {
    const knownIds = new Set(latest.current.flatMap((line) => line.id ?? []));
    try {
      dispatch({ type: 'pageLoaded', page: await chatApi.messages(id), knownIds });
    } catch (error) {
      // The line is down again: the next join reads the page anew.
      reportError(error);
    }
  }, [id]);

  useRoom({ conversationId: id, dispatch, reload, gap: hasGap(transcript), stale: transcript.stale });
  const sending = useSending({ conversation, lines, dispatch, onLateRefusal });
  const wishes = useWishes(id, dispatch);
  const tree = useTree({ conversationId: id, dispatch, reload });
  const running = runningReply(transcript);

  const [stoppingId, setStoppingId] = useState<string | null>(null);
  const stop = useCallback(async () => {
    if (socket === null || running === null) return;
    setStoppingId(running.id);
    try {
      const ack = await socket.emit('stopGeneration', { replyId: running.id });
      if (!ack.ok && ack.code === 'reply_already_ended') await reload();
      else if (!ack.ok) throw ack;
    } catch (error) {
      setStoppingId(null);
      toast({ ...describeError(error), tone: 'danger' });
    }
  }, [socket, running, reload]);

  const older = useOlderHistory(id, transcript.olderCursor, dispatch);
  return {
    transcript,
    status,
    ...sending,
    ...wishes,
    ...tree,
    ...older,
    running,
    stopping: stoppingId !== null && stoppingId === running?.id,
    stop,
  };
}

function useOlderHistory(
  conversationId: string,
  cursor: string | null,
  dispatch: (event: { type: 'olderLoaded'; page: MessagesPage }) => void,
) {
  const [loadingOlder, setLoadingOlder] = useState(false);
  const busy = useRef(false);
  const loadOlder = useCallback(async () => {
    if (cursor === null || busy.current) return;
    busy.current = true;
    setLoadingOlder(true);
    try {
      dispatch({ type: 'olderLoaded', page: await chatApi.messages(conversationId, { cursor }) });
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      busy.current = false;
      setLoadingOlder(false);
    }
  }, [conversationId, cursor, dispatch]);
  return { loadOlder, loadingOlder };
}

/** A blink needs no words, and a first connection may take its time on a slow phone. */
const PATIENCE_MS = { offline: 1_200, connecting: 4_000 } as const;

/** True once the fan should know that nothing arrives at the moment. */
export function useConnectionLost(): boolean {
  const { status } = useLiveSocket();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (status === 'online' || status === 'signed-out') {
      setLost(false);
      return;
    }
    const timer = setTimeout(() => setLost(true), PATIENCE_MS[status]);
    return () => clearTimeout(timer);
  }, [status]);
  return lost;
}
