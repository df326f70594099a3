'use client';

import type { Conversation, MessagesPage } from '@troupe/contracts/http/chat';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChatState } from '../actions/chat-actions';
import { stopSpeaking } from '../actions/speech';
import type { OwnLine } from '../transcript/lines';
import type { SendOutcome } from './outbox';
import { useConnectionLost, useConversation } from './use-conversation';
import { useDraft } from './use-draft';
import { useListRow } from './use-list-row';
import { useNotices } from './use-notices';
import { usePinnedScroll } from './use-pinned-scroll';
import { useReadMark } from './use-read-mark';
import { lastOwn, useShortcuts } from './use-shortcuts';
import { useStageActions } from './use-stage-actions';
import { useUnseen } from './use-unseen';

/** Everything that a conversation on stage knows and does; the component only lays it out. */
export function useStage(opened: Conversation, firstPage: MessagesPage) {
  const [conversation, setConversation] = useState(opened);
  const { id, available } = conversation;
  const [help, setHelp] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const scroll = usePinnedScroll(scroller, log);
  const draft = useDraft(id);

  const late = useRef<(outcome: SendOutcome) => void>(() => undefined);
  const onLateRefusal = useCallback((outcome: SendOutcome) => late.current(outcome), []);
  const chat = useConversation({ conversation: opened, firstPage, onLateRefusal });
  const { lines } = chat.transcript;
  const notices = useNotices(id, chat.priceMicrocoins, chat.status === 'signed-out');
  const settle = (outcome: SendOutcome) => {
    if (outcome.kind !== 'refused') return notices.clear();
    notices.refuse(outcome.code);
    draft.giveBack(outcome.content);
  };
  useEffect(() => {
    late.current = settle;
  });

  const focusField = useCallback(() => field.current?.focus(), []);
  const handIn = async (outcome: Promise<SendOutcome>) => {
    scroll.toEnd();
    focusField();
    settle(await outcome);
  };
  const send = () => {
    const content = draft.text.trim();
    if (notices.short) return notices.setTopUp(true);
    if (content === '' || chat.running !== null) return focusField();
    draft.setDraft('');
    void handIn(chat.send(content));
  };
  const onRetry = (line: OwnLine) => void handIn(chat.retry(line));
  const stage = useStageActions({ chat, notices, onRetry, toEnd: scroll.toEnd, focusField });

  const free = available && chat.running === null && chat.wishedId === null;
  const { priceMicrocoins, wishedId, turning } = chat;
  const { editingId } = stage;
  const byTokens = !conversation.preview && conversation.persona.tokenPrice !== null;
  const { voice } = conversation;
  const state = useMemo<ChatState>(
    () => ({ priceMicrocoins, byTokens, voice, free, editingId, wishedId, turning }),
    [priceMicrocoins, byTokens, voice, free, editingId, wishedId, turning],
  );
  const editLast = () => {
    const last = lastOwn(lines);
    if (free && last?.id != null) stage.actions.startEdit(last.id);
  };
  useShortcuts({ field, lines, free, onShow: stage.actions.show, onHelp: () => setHelp(true) });
  useListRow(conversation, lines);
  useReadMark(id, lines);
  useEffect(() => stopSpeaking, []);

  return {
    conversation,
    setConversation,
    chat,
    lines,
    draft,
    notices,
    state,
    ...stage,
    help,
    setHelp,
    send,
    editLast,
    focusField,
    refs: { field, scroller, log },
    atEnd: scroll.atEnd,
    toEnd: scroll.toEnd,
    unseen: useUnseen(lines, scroll.atEnd),
    lost: useConnectionLost(),
    waiting: lines.filter((line) => line.kind === 'own' && line.delivery === 'waiting').length,
  };
}
