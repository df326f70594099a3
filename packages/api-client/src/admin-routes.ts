import type {
  PackRequest,
  PromotionRequest,
  RefundRequest,
  WebhookEventParams,
  WebhookState,
} from '@troupe/contracts/http/admin-payments';
import {
  adminPackAnswer,
  adminPackList,
  promotionAnswer,
  promotionList,
  refundAnswer,
  webhookEventDetail,
  webhookEventsPage,
} from '@troupe/contracts/http/admin-payments';
import type { PageOptions } from './page-options.ts';
import type { CallOptions, OnceOptions, Transport } from './transport.ts';

const eventPath = ({ provider, eventId }: WebhookEventParams): string =>
  `/admin/payments/events/${provider}/${encodeURIComponent(eventId)}`;

/** For admins; to everybody else these routes are not there. */
export function adminRoutes(send: Transport) {
  return {
    events: ({ signal, ...query }: PageOptions & { state?: WebhookState | undefined } = {}) =>
      send({ method: 'GET', path: '/admin/payments/events', query, answer: webhookEventsPage, signal }),
    event: (event: WebhookEventParams, options?: CallOptions) =>
      send({ method: 'GET', path: eventPath(event), answer: webhookEventDetail, ...options }),
    replay: (event: WebhookEventParams, options?: CallOptions) =>
      send({ method: 'POST', path: `${eventPath(event)}/replay`, answer: webhookEventDetail, ...options }),
    refund: (paymentId: string, body: RefundRequest, options: OnceOptions) =>
      send({
        method: 'POST',
        path: `/admin/payments/${encodeURIComponent(paymentId)}/refund`,
        body,
        answer: refundAnswer,
        ...options,
      }),
    packs: (options?: CallOptions) => send({ method: 'GET', path: '/admin/packs', answer: adminPackList, ...options }),
    addPack: (body: PackRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/admin/packs', body, answer: adminPackAnswer, ...options }),
    changePack: (id: string, body: PackRequest, options?: CallOptions) =>
      send({
        method: 'PUT',
        path: `/admin/packs/${encodeURIComponent(id)}`,
        body,
        answer: adminPackAnswer,
        ...options,
      }),
    promotions: (options?: CallOptions) =>
      send({ method: 'GET', path: '/admin/promotions', answer: promotionList, ...options }),
    addPromotion: (body: PromotionRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/admin/promotions', body, answer: promotionAnswer, ...options }),
    changePromotion: (id: string, body: PromotionRequest, options?: CallOptions) =>
      send({
        method: 'PUT',
        path: `/admin/promotions/${encodeURIComponent(id)}`,
        body,
        answer: promotionAnswer,
        ...options,
      }),
  };
}
