import { creatorOverview } from '@troupe/contracts/http/analytics';
import type { LoginRequest, RefreshRequest, RegisterRequest } from '@troupe/contracts/http/auth';
import { authSession, me } from '@troupe/contracts/http/auth';
import type { ExportQuery, Reaction, UpdateConversationRequest } from '@troupe/contracts/http/chat';
import { conversation, conversationMemory, conversationsPage, messagesPage } from '@troupe/contracts/http/chat';
import type { HistoryDirection, HistoryKind } from '@troupe/contracts/http/coin';
import { balance, receipt, receiptProof, transactionsPage } from '@troupe/contracts/http/coin';
import type {
  SpendingLimitsChange,
  SwapRequest,
  TipRequest,
  TransferRequest,
} from '@troupe/contracts/http/coin-movements';
import {
  giftAllowance,
  journalReceipt,
  movement,
  spending,
  spendingLimits,
  swapAllowance,
} from '@troupe/contracts/http/coin-movements';
import type { SandboxCheckoutRequest, SandboxConfirmRequest } from '@troupe/contracts/http/payment';
import { coinPackList, paymentAnswer, paymentsPage } from '@troupe/contracts/http/payment';
import { galleryPage, personaPage, tagList } from '@troupe/contracts/http/persona';
import { accountRoutes, careRoutes, messageCareRoutes, personaCareRoutes, reportRoutes } from './care-routes.ts';
import type { PageOptions } from './page-options.ts';
import type { ApiClientOptions, CallOptions, Transport } from './transport.ts';
import { createTransport } from './transport.ts';

export type { TransportErrorCode } from './api-error.ts';
export { ApiError } from './api-error.ts';
export type { PageOptions } from './page-options.ts';
export type { ApiClientOptions, GetToken } from './transport.ts';

export interface GalleryOptions extends PageOptions {
  q?: string | undefined;
  tag?: string | undefined;
  sort?: 'popular' | 'new' | 'price' | undefined;
}

export interface TransactionsOptions extends PageOptions {
  kind?: HistoryKind | undefined;
  direction?: HistoryDirection | undefined;
  /** UTC days, both included. */
  from?: string | undefined;
  to?: string | undefined;
}

export interface ConversationsOptions extends PageOptions {
  /** In titles, names of personas and messages. */
  q?: string | undefined;
  /** Those that were put away instead of the others. */
  archived?: boolean | undefined;
}

export interface ExportedFile {
  /** As the server calls it; safe to save under. */
  name: string;
  content: Blob;
}

export interface OnceOptions extends CallOptions {
  /** Made once per intention, not per attempt: a retry with it can't move the coins twice. */
  idempotencyKey: string;
}

export type ApiClient = ReturnType<typeof createApiClient>;

/**
 * The HTTP API as functions, one a route. Answers are parsed against the contract; everything that goes wrong is an
 * `ApiError`. A 401 `unauthenticated` asks `getToken` for a new token once and repeats the call once.
 */
export function createApiClient(options: ApiClientOptions) {
  const send = createTransport(options);
  return {
    auth: authRoutes(send),
    personas: personaRoutes(send),
    chat: chatRoutes(send),
    coin: coinRoutes(send),
    payment: paymentRoutes(send),
    analytics: analyticsRoutes(send),
    account: accountRoutes(send),
    care: careRoutes(send),
    reports: reportRoutes(send),
  };
}

function authRoutes(send: Transport) {
  return {
    register: (body: RegisterRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/auth/register', body, answer: authSession, authorized: false, ...options }),
    login: (body: LoginRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/auth/login', body, answer: authSession, authorized: false, ...options }),
    refresh: (body: RefreshRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/auth/refresh', body, answer: authSession, authorized: false, ...options }),
    /** Ends the session of this refresh token. */
    logout: (body: RefreshRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/auth/logout', body, authorized: false, ...options }),
    me: (options?: CallOptions) => send({ method: 'GET', path: '/auth/me', answer: me, ...options }),
  };
}

function personaRoutes(send: Transport) {
  return {
    list: ({ signal, ...query }: GalleryOptions = {}) =>
      send({ method: 'GET', path: '/personas', query, answer: galleryPage, signal }),
    tags: (options?: CallOptions) => send({ method: 'GET', path: '/personas/tags', answer: tagList, ...options }),
    get: (slug: string, options?: CallOptions) =>
      send({ method: 'GET', path: `/personas/${encodeURIComponent(slug)}`, answer: personaPage, ...options }),
    ...personaCareRoutes(send),
  };
}

function chatRoutes(send: Transport) {
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
    ...messageCareRoutes(send),
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
    /** Markdown: the branch that is shown; JSON: the whole tree. */
    exportConversation: (id: string, query: ExportQuery = {}, options?: CallOptions) =>
      send({ method: 'GET', path: `${one(id)}/export`, query, read: readFile, ...options }),
    /** What is remembered of the branch that is shown. */
    memory: (id: string, options?: CallOptions) =>
      send({ method: 'GET', path: `${one(id)}/memory`, answer: conversationMemory, ...options }),
    /** The fan's own words in its place; an empty text forgets. */
    writeMemory: (id: string, text: string, options?: CallOptions) =>
      send({ method: 'PUT', path: `${one(id)}/memory`, body: { text }, answer: conversationMemory, ...options }),
    /** With everything below it; `reply_under_way` while a reply in it is being written, `forbidden` for greetings. */
    deleteMessage: (messageId: string, options?: CallOptions) =>
      send({ method: 'DELETE', path: message(messageId), ...options }),
    /** Null takes it away. */
    react: (messageId: string, reaction: Reaction | null, options?: CallOptions) =>
      send({ method: 'PUT', path: `${message(messageId)}/reaction`, body: { reaction }, ...options }),
  };
}

async function readFile(response: Response): Promise<ExportedFile> {
  const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { name: name ?? 'conversation', content: await response.blob() };
}

function coinRoutes(send: Transport) {
  const own = (what: string, userId: string) => `/coin/${what}/${encodeURIComponent(userId)}`;
  return {
    balance: (userId: string, options?: CallOptions) =>
      send({ method: 'GET', path: own('balance', userId), answer: balance, ...options }),
    /** Newest first. */
    transactions: (userId: string, { signal, ...query }: TransactionsOptions = {}) =>
      send({ method: 'GET', path: own('transactions', userId), query, answer: transactionsPage, signal }),
    receipt: (messageId: string, options?: CallOptions) =>
      send({ method: 'GET', path: own('receipt', messageId), answer: receipt, ...options }),
    /** The receipt of anything that touched the caller's wallet. */
    journalReceipt: (journalId: string, options?: CallOptions) =>
      send({ method: 'GET', path: own('receipt/journal', journalId), answer: journalReceipt, ...options }),
    /** Proof that a journal of one's own is in the sealed ledger; `not_sealed_yet` in its first seconds. */
    receiptProof: (journalId: string, options?: CallOptions) =>
      send({ method: 'GET', path: `${own('receipt/journal', journalId)}/proof`, answer: receiptProof, ...options }),
    /** Spending by UTC day, today last. */
    spending: (userId: string, { signal, ...query }: { days?: number } & CallOptions = {}) =>
      send({ method: 'GET', path: own('analytics', userId), query, answer: spending, signal }),
    ...movementRoutes(send),
  };
}

function movementRoutes(send: Transport) {
  const move = (path: string, body: unknown, { idempotencyKey, ...options }: OnceOptions) =>
    send({ method: 'POST', path, body, answer: movement, idempotencyKey, ...options });
  return {
    transfer: (body: TransferRequest, options: OnceOptions) => move('/coin/transfer', body, options),
    tip: (body: TipRequest, options: OnceOptions) => move('/coin/tip', body, options),
    swap: (body: SwapRequest, options: OnceOptions) => move('/coin/swap', body, options),
    giftAllowance: (options?: CallOptions) =>
      send({ method: 'GET', path: '/coin/transfer/allowance', answer: giftAllowance, ...options }),
    swapAllowance: (options?: CallOptions) =>
      send({ method: 'GET', path: '/coin/swap/allowance', answer: swapAllowance, ...options }),
    limits: (options?: CallOptions) =>
      send({ method: 'GET', path: '/coin/limits', answer: spendingLimits, ...options }),
    /** Null takes a limit away; what is left out stays. */
    setLimits: (body: SpendingLimitsChange, options?: CallOptions) =>
      send({ method: 'PATCH', path: '/coin/limits', body, answer: spendingLimits, ...options }),
  };
}

function paymentRoutes(send: Transport) {
  return {
    packs: (options?: CallOptions) =>
      send({ method: 'GET', path: '/payment/coin-packs', answer: coinPackList, ...options }),
    history: ({ signal, ...query }: PageOptions = {}) =>
      send({ method: 'GET', path: '/payment/history', query, answer: paymentsPage, signal }),
    /** One payment of one's own, for a page that waits until it is settled. */
    payment: (id: string, options?: CallOptions) =>
      send({ method: 'GET', path: `/payment/payments/${encodeURIComponent(id)}`, answer: paymentAnswer, ...options }),
    /** Opens a payment with the sandbox provider; `sandboxConfirm` decides it. */
    sandboxCheckout: (body: SandboxCheckoutRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/payment/sandbox/checkout', body, answer: paymentAnswer, ...options }),
    sandboxConfirm: (body: SandboxConfirmRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/payment/sandbox/confirm', body, answer: paymentAnswer, ...options }),
  };
}

function analyticsRoutes(send: Transport) {
  return {
    creatorOverview: (userId: string, options?: CallOptions) =>
      send({
        method: 'GET',
        path: `/analytics/creator/${encodeURIComponent(userId)}/overview`,
        answer: creatorOverview,
        ...options,
      }),
  };
}
