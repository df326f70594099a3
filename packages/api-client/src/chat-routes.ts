import type { Reaction, UpdateConversationRequest } from '@troupe/contracts/http/chat';
import { conversation, conversationsPage, messagesPage } from '@troupe/contracts/http/conversation';
import type { PageOptions } from './page-options.ts';
import type { ApiClientOptions, CallOptions, Transport } from './transport.ts';
import { createTransport } from './transport.ts';

export interface ConversationsOptions extends PageOptions {
  /** In titles, names of personas and messages. */
  q?: string | undefined;
  /** Those that were put away instead of the others. */
  archived?: boolean | undefined;
}

/** Only what the chat's page needs before anything is opened on it: its weight is counted, and the other contracts stay at home. */
export function createChatClient(options: ApiClientOptions) {
  return chatRoutes(createTransport(options));
}

export function chatRoutes(send: Transport) {
  const one = (id: string) => `/chat/conversation/${encodeURIComponent(id)}`;
  return {
    createConversation: (personaId: string, options?: CallOptions) =>
      send({ method: 'POST', path: '/chat/conversation', body: { personaId }, answer: conversation, ...options }),
    /** Pinned ones first, then the newest. */
    conversations: ({ signal, ...query }: ConversationsOptions = {}) =>
      send({ method: 'GET', path: '/chat/conversations', query, answer: conversationsPage, signal }),
    conversation: (id: string, options?: CallOptions) =>
      send({ method: 'GET', path: one(id), answer: conversation, ...options }),
    /** Oldest first within a page; the cursor leads to older pages. */
    messages: (id: string, { signal, ...query }: PageOptions = {}) =>
      send({ method: 'GET', path: `${one(id)}/messages`, query, answer: messagesPage, signal }),
    ...conversationRoutes(send, one),
  };
}

function conversationRoutes(send: Transport, one: (id: string) => string) {
  const message = (id: string) => `/chat/message/${encodeURIComponent(id)}`;
  return {
    /** Only what is named changes. */
    updateConversation: (id: string, body: UpdateConversationRequest, options?: CallOptions) =>
      send({ method: 'PATCH', path: one(id), body, answer: conversation, ...options }),
    /** `reply_under_way` while a reply that was paid for is being written. */
    deleteConversation: (id: string, options?: CallOptions) => send({ method: 'DELETE', path: one(id), ...options }),
    /** All that has ended in it so far is read. */
    markRead: (id: string, options?: CallOptions) => send({ method: 'POST', path: `${one(id)}/read`, ...options }),
    /** Shows the branch that a message is in, down to its newest end; answers like `messages`. */
    showBranch: (id: string, messageId: string, options?: CallOptions) =>
      send({ method: 'POST', path: `${one(id)}/branch`, body: { messageId }, answer: messagesPage, ...options }),
    /** With everything below it; `reply_under_way` while a reply in it is being written, `forbidden` for greetings. */
    deleteMessage: (messageId: string, options?: CallOptions) =>
      send({ method: 'DELETE', path: message(messageId), ...options }),
    /** Null takes it away. */
    react: (messageId: string, reaction: Reaction | null, options?: CallOptions) =>
      send({ method: 'PUT', path: `${message(messageId)}/reaction`, body: { reaction }, ...options }),
  };
}
