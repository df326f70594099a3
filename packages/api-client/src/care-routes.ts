import type { ConfirmAdultRequest } from '@troupe/contracts/http/account';
import { adultConfirmed } from '@troupe/contracts/http/account';
import type { CareQuery, ResolveReportRequest } from '@troupe/contracts/http/moderation';
import { careResources, reportDetail, reportsPage } from '@troupe/contracts/http/moderation';
import type { PageOptions } from './page-options.ts';
import type { CallOptions, Transport } from './transport.ts';

export function accountRoutes(send: Transport) {
  return {
    /** The answer's token replaces the caller's; sockets learn it when they connect again. Throws `underage`. */
    confirmAdult: (body: ConfirmAdultRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/account/adult', body, answer: adultConfirmed, ...options }),
  };
}

export function careRoutes(send: Transport) {
  return {
    /** Where people can be reached now. */
    resources: ({ signal, ...query }: CareQuery & CallOptions = {}) =>
      send({ method: 'GET', path: '/care/resources', query, answer: careResources, signal }),
  };
}

/** For admins. */
export function reportRoutes(send: Transport) {
  const one = (id: string) => `/admin/reports/${encodeURIComponent(id)}`;
  return {
    list: ({ signal, ...query }: PageOptions & { status?: 'open' | 'resolved' } = {}) =>
      send({ method: 'GET', path: '/admin/reports', query, answer: reportsPage, signal }),
    /** With what was said; leaves a trace in the audit trail. */
    get: (id: string, options?: CallOptions) =>
      send({ method: 'GET', path: one(id), answer: reportDetail, ...options }),
    resolve: (id: string, body: ResolveReportRequest, options?: CallOptions) =>
      send({ method: 'POST', path: `${one(id)}/resolve`, body, answer: reportDetail, ...options }),
  };
}
