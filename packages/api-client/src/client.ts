import { creatorOverview } from '@troupe/contracts/http/analytics';
import type { LoginRequest, RefreshRequest, RegisterRequest } from '@troupe/contracts/http/auth';
import { authSession, me } from '@troupe/contracts/http/auth';
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
import type {
  CheckoutRequest,
  RazorpayCallback,
  SandboxConfirmRequest,
  StripeCheckoutRequest,
} from '@troupe/contracts/http/payment';
import {
  checkoutAnswer,
  coinPackList,
  paymentAnswer,
  paymentProviders,
  paymentsPage,
} from '@troupe/contracts/http/payment';
import { personaPage } from '@troupe/contracts/http/persona';
import { adminRoutes } from './admin-routes.ts';
import { accountRoutes, careRoutes, personaCareRoutes, reportRoutes } from './care-routes.ts';
import { chatRoutes } from './chat-routes.ts';
import { adminPostRoutes, communityRoutes } from './community-routes.ts';
import { conversationSheetsRoutes } from './conversation-sheets-routes.ts';
import { creatorRoutes } from './creator-routes.ts';
import { adminFeaturedRoutes, discoveryRoutes } from './discovery-routes.ts';
import { notificationRoutes } from './notification-routes.ts';
import type { PageOptions } from './page-options.ts';
import { adminPayoutRoutes, payoutRoutes } from './payout-routes.ts';
import { trainingRoutes } from './training-routes.ts';
import type { ApiClientOptions, CallOptions, OnceOptions, Transport } from './transport.ts';
import { createTransport } from './transport.ts';

export type { TransportErrorCode } from './api-error.ts';
export { ApiError } from './api-error.ts';
export type { ConversationsOptions } from './chat-routes.ts';
export type { ExportedFile } from './conversation-sheets-routes.ts';
export type { GalleryOptions } from './discovery-routes.ts';
export type { PageOptions } from './page-options.ts';
export type { ApiClientOptions, GetToken, OnceOptions } from './transport.ts';

export interface TransactionsOptions extends PageOptions {
  kind?: HistoryKind | undefined;
  direction?: HistoryDirection | undefined;
  /** UTC days, both included. */
  from?: string | undefined;
  to?: string | undefined;
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
    creator: creatorRoutes(send),
    chat: { ...chatRoutes(send), ...conversationSheetsRoutes(send) },
    coin: coinRoutes(send),
    payment: paymentRoutes(send),
    admin: {
      ...adminRoutes(send),
      payouts: adminPayoutRoutes(send),
      ...adminFeaturedRoutes(send),
      ...adminPostRoutes(send),
    },
    payouts: payoutRoutes(send),
    analytics: analyticsRoutes(send),
    account: accountRoutes(send),
    care: careRoutes(send),
    reports: reportRoutes(send),
    community: communityRoutes(send),
    notifications: notificationRoutes(send),
    training: trainingRoutes(send),
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
    get: (slug: string, options?: CallOptions) =>
      send({ method: 'GET', path: `/personas/${encodeURIComponent(slug)}`, answer: personaPage, ...options }),
    ...personaCareRoutes(send),
    ...discoveryRoutes(send),
  };
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
    /** What can be paid with here, and what the next purchase gets on top. */
    providers: (options?: CallOptions) =>
      send({ method: 'GET', path: '/payment/providers', answer: paymentProviders, ...options }),
    stripeCheckout: (body: StripeCheckoutRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/payment/stripe/create-intent', body, answer: checkoutAnswer, ...options }),
    razorpayCheckout: (body: CheckoutRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/payment/razorpay/create-order', body, answer: checkoutAnswer, ...options }),
    /** What Razorpay's sheet handed the page. */
    razorpayVerify: (body: RazorpayCallback, options?: CallOptions) =>
      send({ method: 'POST', path: '/payment/razorpay/verify', body, answer: paymentAnswer, ...options }),
    /** Opens a payment with the sandbox provider; `sandboxConfirm` decides it. */
    sandboxCheckout: (body: CheckoutRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/payment/sandbox/checkout', body, answer: checkoutAnswer, ...options }),
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
