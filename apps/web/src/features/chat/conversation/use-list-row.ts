'use client';

import type { Conversation } from '@troupe/contracts/http/chat';
import { useEffect } from 'react';
import { useConversationList } from '../list/conversation-list-provider';
import type { Line } from '../transcript/lines';
import { isAlive } from '../transcript/lines';

/** Keeps the conversation's row in the list saying what was said last. A reply shows there when it is whole. */
export function useListRow(conversation: Conversation, lines: readonly Line[]): void {
  const { touch } = useConversationList();
  const last = lines.findLast((line) => line.id !== null && !isAlive(line) && line.content !== '');
  const lastText = last?.content;
  const lastRole = last?.kind === 'own' ? 'user' : 'assistant';
  const lastMessageAt = last?.createdAt;
  useEffect(() => {
    if (lastText === undefined || lastMessageAt === undefined) return;
    touch(conversation, { lastText, lastRole, lastMessageAt });
  }, [touch, conversation, lastText, lastRole, lastMessageAt]);
}
