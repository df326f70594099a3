import {
  type NotificationPreference,
  notificationPreferences,
  notificationsPage,
  unread,
} from '@troupe/contracts/http/notification';
import type { PageOptions } from './page-options.ts';
import type { ApiClientOptions, CallOptions, Transport } from './transport.ts';
import { createTransport } from './transport.ts';

/** Only what the bell needs, which every page has: the other contracts stay at home. */
export function createNotificationClient(options: ApiClientOptions) {
  return notificationRoutes(createTransport(options));
}

export function notificationRoutes(send: Transport) {
  const one = (id: string) => `/notifications/${encodeURIComponent(id)}`;
  return {
    list: ({ signal, ...query }: PageOptions = {}) =>
      send({ method: 'GET', path: '/notifications', query, answer: notificationsPage, signal }),
    unread: (options?: CallOptions) =>
      send({ method: 'GET', path: '/notifications/unread', answer: unread, ...options }),
    read: (id: string, options?: CallOptions) =>
      send({ method: 'PUT', path: `${one(id)}/read`, answer: unread, ...options }),
    readUpTo: (upToId: string, options?: CallOptions) =>
      send({ method: 'POST', path: '/notifications/read', body: { upToId }, answer: unread, ...options }),
    delete: (id: string, options?: CallOptions) => send({ method: 'DELETE', path: one(id), ...options }),
    preferences: (options?: CallOptions) =>
      send({ method: 'GET', path: '/notifications/preferences', answer: notificationPreferences, ...options }),
    setPreference: (body: NotificationPreference, options?: CallOptions) =>
      send({ method: 'PUT', path: '/notifications/preferences', body, answer: notificationPreferences, ...options }),
  };
}
