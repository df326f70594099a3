import * as z from '../zod.ts';
import { image } from './persona-brief.ts';
import { id, instant, page } from './wire.ts';

/** How somebody can be told, and whether it is usual for a kind; `always` is nobody's choice. E-mail and push are columns to come. */
export const NOTIFICATION_KINDS = {
  /** Somebody they follow has posted. */
  post: { inApp: true },
  /** An admin removed a post of theirs: whoever decides over somebody tells them, and why. */
  postRemoved: { inApp: 'always' },
} as const satisfies Record<string, Record<'inApp', boolean | 'always'>>;
export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
export const notificationKind = z.enum(Object.keys(NOTIFICATION_KINDS) as [NotificationKind, ...NotificationKind[]]);
/** Kinds that people may switch off. */
export const chosenNotificationKind = z.enum(['post']);
export const notificationChannel = z.enum(['inApp']);
export type NotificationChannelName = z.infer<typeof notificationChannel>;

/** What a post is announced with. */
const postNotice = z.strictObject({
  postId: id,
  personaName: z.string(),
  personaSlug: z.string(),
  hueDegrees: z.number(),
  portrait: z.array(image),
  /** Its beginning, on one line; empty when it has only pictures. */
  excerpt: z.string(),
  pictureCount: z.int(),
});
/** And what its creator is told when it was removed. */
const removalNotice = z.strictObject({ ...postNotice.shape, reason: z.string() });
const kept = { id, createdAt: instant, readAt: z.nullable(instant) };

/** `subject` is null when it isn't there any more, or not for this reader. */
export const notification = z.discriminatedUnion('kind', [
  z.strictObject({ ...kept, kind: z.literal('post'), subject: z.nullable(postNotice) }),
  z.strictObject({ ...kept, kind: z.literal('postRemoved'), subject: z.nullable(removalNotice) }),
]);
export type Notification = z.infer<typeof notification>;

/** As it comes over the socket: to be read again over HTTP, where it has an id. */
export const freshNotification = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('post'), subject: postNotice, createdAt: instant }),
  z.strictObject({ kind: z.literal('postRemoved'), subject: removalNotice, createdAt: instant }),
]);
export type FreshNotification = z.infer<typeof freshNotification>;
export type NotificationSubject = FreshNotification['subject'];

/** Counted up to `UNREAD_COUNT_MAX`: from there on it is "so many and more". */
export const unread = z.strictObject({ unreadCount: z.int() });
export type Unread = z.infer<typeof unread>;
export const UNREAD_COUNT_MAX = 100;

/** The newest first. */
export const notificationsPage = z.strictObject({ ...page(notification).shape, ...unread.shape });
export type NotificationsPage = z.infer<typeof notificationsPage>;

/** All of one's own up to this one, itself included. */
export const readNotificationsRequest = z.strictObject({ upToId: id });
export type ReadNotificationsRequest = z.infer<typeof readNotificationsRequest>;

export const notificationPreference = z.strictObject({
  kind: chosenNotificationKind,
  channel: notificationChannel,
  enabled: z.boolean(),
});
export type NotificationPreference = z.infer<typeof notificationPreference>;
export const notificationPreferences = z.strictObject({ preferences: z.array(notificationPreference) });
export type NotificationPreferences = z.infer<typeof notificationPreferences>;
