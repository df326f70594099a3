'use client';

import type { ConversationListItem, ConversationsPage } from '@troupe/contracts/http/chat';
import type { ReactNode } from 'react';
import { createContext, use, useCallback, useMemo, useState } from 'react';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';

/** What changed in a conversation: the line that its row shows. */
export type LastLine = Pick<ConversationListItem, 'lastText' | 'lastRole' | 'lastMessageAt'>;

interface ConversationList {
  items: readonly ConversationListItem[];
  hasMore: boolean;
  loadMore: () => Promise<void>;
  /** Moves a conversation to the top with its new last line; one that is not in the list yet is added. */
  touch: (conversation: Pick<ConversationListItem, 'id' | 'persona'>, last: LastLine) => void;
}

const ConversationListContext = createContext<ConversationList | null>(null);

export function useConversationList(): ConversationList {
  const list = use(ConversationListContext);
  if (list === null) throw new Error('The conversation list is only there inside the chat.');
  return list;
}

/** Keeps the list beside the open chat and lets both change it. Starts with the page that the server rendered. */
export function ConversationListProvider({ page, children }: { page: ConversationsPage; children: ReactNode }) {
  const [items, setItems] = useState(page.items);
  const [cursor, setCursor] = useState(page.nextCursor);

  const touch = useCallback<ConversationList['touch']>((conversation, last) => {
    setItems((before) => {
      const known = before.find((item) => item.id === conversation.id) ?? {
        title: null,
        pinned: false,
        archived: false,
      };
      const row = { ...known, ...conversation, ...last, unread: false };
      return [row, ...before.filter((item) => item.id !== row.id)].sort((a, b) =>
        b.lastMessageAt.localeCompare(a.lastMessageAt),
      );
    });
  }, []);

  const loadMore = useCallback(async () => {
    if (cursor === null) return;
    try {
      const next = await browserApi.chat.conversations({ cursor });
      setItems((before) => [...before, ...next.items.filter((item) => !before.some(({ id }) => id === item.id))]);
      setCursor(next.nextCursor);
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    }
  }, [cursor]);

  const list = useMemo(() => ({ items, hasMore: cursor !== null, loadMore, touch }), [items, cursor, loadMore, touch]);
  return <ConversationListContext value={list}>{children}</ConversationListContext>;
}
