import type {
  PayoutDestinationRequest,
  PayoutProfileRequest,
  PayoutRequest,
  RejectPayoutRequest,
} from '@troupe/contracts/http/payout';
import {
  adminPayout,
  adminPayoutsPage,
  payout,
  payoutDestinationAnswer,
  payoutDestinationList,
  payoutDetail,
  payoutOverview,
  payoutProfileAnswer,
  payoutsPage,
} from '@troupe/contracts/http/payout';
import type { PageOptions } from './page-options.ts';
import type { CallOptions, OnceOptions, Transport } from './transport.ts';

const BASE = '/payment/payouts';

export function payoutRoutes(send: Transport) {
  const one = (id: string) => `${BASE}/${encodeURIComponent(id)}`;
  const destination = (id: string) => `${BASE}/destinations/${encodeURIComponent(id)}`;
  return {
    /** What there is, what of it could be paid out now, on which terms, and why not. */
    overview: (options?: CallOptions) =>
      send({ method: 'GET', path: `${BASE}/overview`, answer: payoutOverview, ...options }),
    profile: (options?: CallOptions) =>
      send({ method: 'GET', path: `${BASE}/profile`, answer: payoutProfileAnswer, ...options }),
    saveProfile: (body: PayoutProfileRequest, options?: CallOptions) =>
      send({ method: 'PUT', path: `${BASE}/profile`, body, answer: payoutProfileAnswer, ...options }),
    destinations: (options?: CallOptions) =>
      send({ method: 'GET', path: `${BASE}/destinations`, answer: payoutDestinationList, ...options }),
    openDestination: (body: PayoutDestinationRequest, options?: CallOptions) =>
      send({ method: 'POST', path: `${BASE}/destinations`, body, answer: payoutDestinationAnswer, ...options }),
    /** After it was completed on the provider's page. */
    checkDestination: (id: string, options?: CallOptions) =>
      send({ method: 'POST', path: `${destination(id)}/check`, answer: payoutDestinationAnswer, ...options }),
    removeDestination: (id: string, options?: CallOptions) =>
      send({ method: 'DELETE', path: destination(id), ...options }),
    request: (body: PayoutRequest, { idempotencyKey, ...options }: OnceOptions) =>
      send({ method: 'POST', path: BASE, body, answer: payout, idempotencyKey, ...options }),
    /** Newest first. */
    list: ({ signal, ...query }: PageOptions = {}) =>
      send({ method: 'GET', path: BASE, query, answer: payoutsPage, signal }),
    /** With its trail. */
    get: (id: string, options?: CallOptions) =>
      send({ method: 'GET', path: one(id), answer: payoutDetail, ...options }),
    cancel: (id: string, options?: CallOptions) =>
      send({ method: 'POST', path: `${one(id)}/cancel`, answer: payoutDetail, ...options }),
  };
}

/** For admins. */
export function adminPayoutRoutes(send: Transport) {
  const one = (id: string) => `/admin/payouts/${encodeURIComponent(id)}`;
  return {
    /** What waits for a review comes oldest first, everything else newest first. */
    list: ({ signal, ...query }: PageOptions & { state?: string } = {}) =>
      send({ method: 'GET', path: '/admin/payouts', query, answer: adminPayoutsPage, signal }),
    approve: (id: string, options?: CallOptions) =>
      send({ method: 'POST', path: `${one(id)}/approve`, answer: adminPayout, ...options }),
    reject: (id: string, body: RejectPayoutRequest, options?: CallOptions) =>
      send({ method: 'POST', path: `${one(id)}/reject`, body, answer: adminPayout, ...options }),
  };
}
