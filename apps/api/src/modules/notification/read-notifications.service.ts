import { Injectable } from '@nestjs/common';
import {
  type Notification,
  type NotificationKind,
  type NotificationSubject,
  type NotificationsPage,
  notification,
  UNREAD_COUNT_MAX,
  type Unread,
} from '@troupe/contracts/http/notification';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { NotificationRepository, type NotificationRow } from './notification.repository.ts';
import { NotificationSources } from './sources.ts';

/** Notifications as their owner reads them. */
@Injectable()
export class ReadNotificationsService {
  constructor(
    private readonly repository: NotificationRepository,
    private readonly sources: NotificationSources,
    private readonly realtime: Realtime,
  ) {}

  async list(
    actor: Actor,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<NotificationsPage> {
    const before = cursor === undefined ? undefined : decodeCursor(z.uuid(), cursor);
    const [rows, { unreadCount }] = await Promise.all([
      this.repository.list(actor.userId, before, limit + 1),
      this.unread(actor.userId),
    ]);
    const shown = rows.slice(0, limit);
    const subjects = await this.describe(shown, actor);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      items: shown.map((row) => toNotification(row, subjects.get(row.subjectId))),
      nextCursor: more ? encodeCursor(last.id) : null,
      unreadCount,
    };
  }

  async unread(userId: string): Promise<Unread> {
    return { unreadCount: await this.repository.countUnread(userId, UNREAD_COUNT_MAX) };
  }

  /** Throws `not_found`, alike for somebody else's and for none. */
  async read(userId: string, id: string): Promise<Unread> {
    if (!(await this.repository.has(userId, id))) throw notificationNotFound();
    await this.repository.markRead(userId, id);
    return this.tellUnread(userId);
  }

  async readUpTo(userId: string, upToId: string): Promise<Unread> {
    await this.repository.markReadUpTo(userId, upToId);
    return this.tellUnread(userId);
  }

  /** Throws `not_found`. */
  async delete(userId: string, id: string): Promise<void> {
    if (!(await this.repository.delete(userId, id))) throw notificationNotFound();
    await this.tellUnread(userId);
  }

  /** To the bells on their other devices as well. */
  private async tellUnread(userId: string): Promise<Unread> {
    const count = await this.unread(userId);
    this.realtime.toUser(userId, 'notificationsRead', count);
    return count;
  }

  private async describe(
    rows: readonly NotificationRow[],
    actor: Actor,
  ): Promise<ReadonlyMap<string, NotificationSubject>> {
    const reader = { userId: actor.userId, isAdult: actor.age === 'adult' };
    const byKind: Map<NotificationKind, NotificationRow[]> = Map.groupBy(rows, (row) => row.kind);
    const described = new Map<string, NotificationSubject>();
    for (const [kind, ofKind] of byKind) {
      const ids = ofKind.map((row) => row.subjectId);
      for (const [id, subject] of await this.sources.of(kind).describe(ids, reader)) described.set(id, subject);
    }
    return described;
  }
}

const notificationNotFound = () => notFound('This notification');

function toNotification(
  { id, kind, createdAt, readAt }: NotificationRow,
  subject: NotificationSubject | undefined,
): Notification {
  const dates = { createdAt: createdAt.toISOString(), readAt: readAt?.toISOString() ?? null };
  // Parsed, because which subject a kind has is known to its source only.
  return notification.parse({ id, kind, subject: subject ?? null, ...dates });
}
