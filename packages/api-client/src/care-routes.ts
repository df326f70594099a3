import type { ConfirmAdultRequest } from '@troupe/contracts/http/account';
import { adultConfirmed } from '@troupe/contracts/http/account';
import type { CareQuery, ReportRequest, ResolveReportRequest } from '@troupe/contracts/http/moderation';
import { careResources, reportDetail, reportReceipt, reportsPage } from '@troupe/contracts/http/moderation';
import { blockedPage } from '@troupe/contracts/http/persona';
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

export function personaCareRoutes(send: Transport) {
  return {
    /** What the caller has blocked, the newest first. */
    blocked: ({ signal, ...query }: PageOptions = {}) =>
      send({ method: 'GET', path: '/personas/blocked', query, answer: blockedPage, signal }),
    block: (id: string, options?: CallOptions) =>
      send({ method: 'PUT', path: `/personas/${encodeURIComponent(id)}/block`, ...options }),
    unblock: (id: string, options?: CallOptions) =>
      send({ method: 'DELETE', path: `/personas/${encodeURIComponent(id)}/block`, ...options }),
    report: (id: string, body: ReportRequest, options?: CallOptions) =>
      send({
        method: 'POST',
        path: `/personas/${encodeURIComponent(id)}/report`,
        body,
        answer: reportReceipt,
        ...options,
      }),
  };
}

export function messageCareRoutes(send: Transport) {
  return {
    /** Hands a copy of the message and of what led to it to the admins; a repetition is answered like the first. */
    reportMessage: (id: string, body: ReportRequest, options?: CallOptions) =>
      send({
        method: 'POST',
        path: `/chat/message/${encodeURIComponent(id)}/report`,
        body,
        answer: reportReceipt,
        ...options,
      }),
  };
}
