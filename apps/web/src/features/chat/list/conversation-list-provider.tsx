'use client';

import type { ConversationListItem, ConversationsPage } from '@troupe/contracts/http/chat';
import type { ReactNode } from 'react';
import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import { chatApi } from '@/lib/api/chat';
import { describeError } from '@/lib/errors';
import { useLiveSocket } from '@/lib/live-socket';
import { toast } from '@/lib/toast';
import { mergeFirstPage, sortRows } from './rows';

/** What changed in a conversation: the line that its row shows. */
export type LastLine = Pick<ConversationListItem, 'lastText' | 'lastRole' | 'lastMessageAt'>;
export type RowConversation = Pick<ConversationListItem, 'id' | 'persona' | 'title' | 'pinned' | 'archived'>;

interface ConversationList {
  items: readonly ConversationListItem[];
  hasMore: boolean;
  loadMore: () => Promise<void>;
  /** Moves a conversation to its place with its new last line; one that is not in the list yet is added. */
  touch: (conversation: RowConversation, last: LastLine) => void;
  /** Shows what the fan made of a conversation; one that was put away leaves the list. */
  patch: (conversation: RowConversation) => void;
  forget: (id: string) => void;
  /** Grows with every change that the list heard of; other lists of conversations read again. */
  version: number;
}

const ConversationListContext = createContext<ConversationList | null>(null);

export function useConversationList(): ConversationList {
  const list = use(ConversationListContext);
  if (list === null) throw new Error('The conversation list is only there inside the chat.');
  return list;
}

const picked = ({ id, persona, title, pinned, archived }: RowConversation): RowConversation => {
  return { id, persona, title, pinned, archived };
};

/** Changes come in handfuls; the list is read once for each. */
const SETTLE_MS = 400;

/** Keeps the list beside the open chat and lets both change it. Starts with the page that the server rendered. */
export function ConversationListProvider({ page, children }: { page: ConversationsPage; children: ReactNode }) {
  const [items, setItems] = useState(page.items);
  const [cursor, setCursor] = useState(page.nextCursor);
  const [version, setVersion] = useState(0);

  const touch = useCallback<ConversationList['touch']>((conversation, last) => {
    if (conversation.archived) return;
    setItems((before) => {
      const row = { ...picked(conversation), ...last, unread: false };
      return sortRows([row, ...before.filter((item) => item.id !== row.id)]);
    });
  }, []);
  const patch = useCallback<ConversationList['patch']>((conversation) => {
    setItems((before) => {
      const changed = before.map((item) => (item.id === conversation.id ? { ...item, ...picked(conversation) } : item));
      return sortRows(changed.filter((item) => !item.archived));
    });
    setVersion((count) => count + 1);
  }, []);
  const forget = useCallback((id: string) => {
    setItems((before) => before.filter((item) => item.id !== id));
    setVersion((count) => count + 1);
  }, []);

  const refresh = useCallback(async () => {
    const first = await chatApi.conversations({ limit: page.items.length > 40 ? 100 : 40 });
    setItems((before) => mergeFirstPage(before, first.items, first.nextCursor === null));
    if (first.nextCursor === null) setCursor(null);
    setVersion((count) => count + 1);
  }, [page.items.length]);
  useChanges(refresh);

  const loadMore = useCallback(async () => {
    if (cursor === null) return;
    try {
      const next = await chatApi.conversations({ cursor });
      setItems((before) => [...before, ...next.items.filter((item) => !before.some(({ id }) => id === item.id))]);
      setCursor(next.nextCursor);
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    }
  }, [cursor]);

  const list = useMemo(
    () => ({ items, hasMore: cursor !== null, loadMore, touch, patch, forget, version }),
    [items, cursor, loadMore, touch, patch, forget, version],
  );
  return <ConversationListContext value={list}>{children}</ConversationListContext>;
}

/** Calls `refresh` soon after something changed in another tab, or in a conversation that is not on stage. */
function useChanges(refresh: () => Promise<void>): void {
  const { socket } = useLiveSocket();
  useEffect(() => {
    if (socket === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const off = socket.on('conversationChanged', () => {
      clearTimeout(timer);
      // Rows that are a moment old are no harm: the next change reads them again.
      timer = setTimeout(() => refresh().catch(reportError), SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      off();
    };
  }, [socket, refresh]);
}
