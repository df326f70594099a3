'use client';

import type { Reaction } from '@troupe/contracts/http/chat';
import type { PersonaVoice } from '@troupe/contracts/http/persona-voice';
import { createContext, use } from 'react';
import type { Line, OwnLine, ReplyLine } from '../transcript/lines';

/** Everything that can be done with a message. These never change, so that a long log is not drawn anew for them. */
export interface ChatActions {
  retry: (line: OwnLine) => void;
  startEdit: (messageId: string) => void;
  cancelEdit: () => void;
  edit: (line: OwnLine, content: string) => void;
  /** Another reply beside this one; `maxPriceMicrocoins` is the price that was on the button. */
  regenerate: (line: ReplyLine, maxPriceMicrocoins: number) => void;
  goOn: (line: ReplyLine) => void;
  /** Shows the branch of another message in the same place. */
  show: (messageId: string) => void;
  react: (line: Line, reaction: Reaction | null) => void;
  openMenu: (line: Line, anchor: HTMLElement) => void;
}

/** What of the chat the messages have to know. */
export interface ChatState {
  /** Of a message; the most that one can cost where `byTokens`. */
  priceMicrocoins: number;
  byTokens: boolean;
  /** How the persona sounds, read aloud. */
  voice: PersonaVoice;
  /** Nothing is under way and the persona is there: something may be asked for. */
  free: boolean;
  /** The message that is being edited. */
  editingId: string | null;
  /** The message that something was asked for, and the answer is not here yet. */
  wishedId: string | null;
  /** Arrows wait for the branch they asked for. */
  turning: boolean;
}

export const ChatActionsContext = createContext<ChatActions | null>(null);
export const ChatStateContext = createContext<ChatState | null>(null);

export function useChatActions(): ChatActions {
  const actions = use(ChatActionsContext);
  if (actions === null) throw new Error('There are only messages on a stage.');
  return actions;
}

export function useChatState(): ChatState {
  const state = use(ChatStateContext);
  if (state === null) throw new Error('There are only messages on a stage.');
  return state;
}
