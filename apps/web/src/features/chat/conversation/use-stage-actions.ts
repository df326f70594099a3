'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChatActions } from '../actions/chat-actions';
import type { Line, OwnLine, ReplyLine } from '../transcript/lines';
import type { PricedAgain } from './notice';
import type { useConversation } from './use-conversation';
import type { useNotices } from './use-notices';
import type { Wish } from './use-wishes';

/** What a menu was opened for, and where. */
export interface OpenMenu {
  line: Line;
  anchor: HTMLElement;
}

interface StageActions {
  chat: ReturnType<typeof useConversation>;
  notices: ReturnType<typeof useNotices>;
  onRetry: (line: OwnLine) => void;
  toEnd: () => void;
  focusField: () => void;
}

const WHAT = { edit: 'edit', regenerate: 'take', continue: 'more' } as const;

/** The messages' actions, wired to the chat and to what is said when one is refused. */
export function useStageActions(stage: StageActions) {
  const [editingId, setEditingId] = useState<string | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const now = useRef(stage);
  useEffect(() => {
    now.current = stage;
  });

  const ask = useCallback(async (wish: Wish) => {
    const { chat, notices, toEnd, focusField } = now.current;
    const price = wish.maxPriceMicrocoins;
    if (price > 0 && notices.short) return notices.setTopUp(true);
    const outcome = await chat.ask(wish);
    if (outcome.kind === 'sent') {
      notices.clear();
      setEditingId(null);
      toEnd();
      return focusField();
    }
    if (outcome.code === 'price_changed') await chat.readPrice();
    notices.refuse(
      outcome.code,
      againOf(wish, (maxPriceMicrocoins) => void ask({ ...wish, maxPriceMicrocoins })),
    );
  }, []);

  const actions = useMemo<ChatActions>(
    () => ({
      retry: (line) => now.current.onRetry(line),
      startEdit: setEditingId,
      cancelEdit: () => {
        setEditingId(null);
        now.current.focusField();
      },
      edit: (line: OwnLine, content) => {
        const { priceMicrocoins } = now.current.chat;
        if (line.id !== null)
          void ask({ kind: 'edit', messageId: line.id, content, maxPriceMicrocoins: priceMicrocoins });
      },
      regenerate: (line: ReplyLine, maxPriceMicrocoins) =>
        void ask({ kind: 'regenerate', messageId: line.id, maxPriceMicrocoins }),
      goOn: (line: ReplyLine) =>
        void ask({
          kind: 'continue',
          messageId: line.id,
          maxPriceMicrocoins: now.current.chat.priceMicrocoins,
        }),
      show: (messageId) => void now.current.chat.show(messageId),
      react: (line, reaction) => void now.current.chat.react(line, reaction),
      openMenu: (line, anchor) => setMenu({ line, anchor }),
    }),
    [ask],
  );
  const closeMenu = useCallback(() => setMenu(null), []);
  return { actions, editingId, menu, closeMenu };
}

function againOf(wish: Wish, askAt: (priceMicrocoins: number) => void): PricedAgain {
  return { what: WHAT[wish.kind], ask: askAt };
}
