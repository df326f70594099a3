'use client';

import type { Reaction } from '@troupe/contracts/http/chat';
import type { Dispatch } from 'react';
import { useCallback, useState } from 'react';
import { chatApi } from '@/lib/api/chat';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';
import type { Line } from '../transcript/lines';
import type { TranscriptEvent } from '../transcript/transcript';

interface Tree {
  conversationId: string;
  dispatch: Dispatch<TranscriptEvent>;
  reload: () => Promise<void>;
}

/** Walks and prunes the tree of a conversation, and puts reactions on it. None of it costs anything. */
export function useTree({ conversationId, dispatch, reload }: Tree) {
  const [turning, setTurning] = useState(false);

  const show = useCallback(
    async (messageId: string) => {
      setTurning(true);
      try {
        // The page is the whole truth about what is shown from here on.
        const page = await chatApi.showBranch(conversationId, messageId);
        dispatch({ type: 'branchShown', page });
      } catch (error) {
        toast({ ...describeError(error), tone: 'danger' });
        await reload();
      } finally {
        setTurning(false);
      }
    },
    [conversationId, dispatch, reload],
  );

  /** Throws what went wrong: whoever asked is still there to say it. */
  const remove = useCallback(
    async (messageId: string) => {
      await chatApi.deleteMessage(messageId);
      dispatch({ type: 'messageRemoved', messageId });
      await reload();
    },
    [dispatch, reload],
  );

  const react = useCallback(
    async ({ id, reaction: before }: Line, reaction: Reaction | null) => {
      if (id === null) return;
      dispatch({ type: 'reacted', messageId: id, reaction });
      try {
        await chatApi.react(id, reaction);
      } catch (error) {
        dispatch({ type: 'reacted', messageId: id, reaction: before });
        toast({ ...describeError(error), tone: 'danger' });
      }
    },
    [dispatch],
  );
  return { turning, show, remove, react };
}
