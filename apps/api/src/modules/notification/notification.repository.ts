import { Injectable } from '@nestjs/common';
import { NOTIFICATION_KINDS, type NotificationKind, notificationKind } from '@troupe/contracts/http/notification';
import type { Database, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { newId } from '../../platform/ids/ids.ts';

export interface NotificationRow {
  id: string;
  kind: NotificationKind;
  subjectId: string;
  createdAt: Date;
  readAt: Date | null;
}

export interface StoredSetting {
  kind: string;
  channel: string;
  enabled: boolean;
}

/** Those of another release are not counted and not shown. */
const KNOWN = { kind: { in: Object.keys(NOTIFICATION_KINDS) } };

@Injectable()
export class NotificationRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** Once each; answers for whom it is new. */
  async insert(
    tx: Pick<Tx, '$queryRaw'>,
    { kind, subjectId }: { kind: NotificationKind; subjectId: string },
    userIds: readonly string[],
  ): Promise<string[]> {
    if (userIds.length === 0) return [];
    const ids = userIds.map(() => newId());
    const rows = await tx.$queryRaw`
      INSERT INTO notification (id, user_id, kind, subject_id)
      SELECT n.id, n.user_id, ${kind}, ${subjectId}::uuid FROM unnest(${ids}::uuid[], ${[...userIds]}::uuid[]) AS n(id, user_id)
      ON CONFLICT (kind, subject_id, user_id) DO NOTHING RETURNING user_id`;
    return z
      .array(z.object({ user_id: z.string() }))
      .parse(rows)
      .map((row) => row.user_id);
  }

  /** The newest first, below `beforeId`. */
  async list(userId: string, beforeId: string | undefined, limit: number): Promise<NotificationRow[]> {
    const rows = await this.database.prisma.notification.findMany({
      where: { userId, ...KNOWN, ...(beforeId === undefined ? {} : { id: { lt: beforeId } }) },
      orderBy: { id: 'desc' },
      take: limit,
      select: { id: true, kind: true, subjectId: true, createdAt: true, readAt: true },
    });
    return rows.map((row) => ({ ...row, kind: notificationKind.parse(row.kind) }));
  }

  /** Counted up to `max`. */
  async countUnread(userId: string, max: number): Promise<number> {
    return this.database.prisma.notification.count({ where: { userId, readAt: null, ...KNOWN }, take: max });
  }

  async has(userId: string, id: string): Promise<boolean> {
    return (await this.database.prisma.notification.count({ where: { userId, id } })) === 1;
  }

  /** What was read stays read when it was. */
  async markRead(userId: string, id: string): Promise<void> {
    await this.database.prisma.notification.updateMany({
      where: { userId, id, readAt: null },
      data: { readAt: new Date() },
    });
  }

  async markReadUpTo(userId: string, upToId: string): Promise<void> {
    await this.database.prisma.notification.updateMany({
      where: { userId, id: { lte: upToId }, readAt: null },
      data: { readAt: new Date() },
    });
  }

  async delete(userId: string, id: string): Promise<boolean> {
    return (await this.database.prisma.notification.deleteMany({ where: { userId, id } })).count === 1;
  }

  /** Some of those below an id; answers how many. */
  async deleteBelow(tx: Pick<Tx, '$executeRaw'>, id: string, limit: number): Promise<number> {
    return tx.$executeRaw`
      DELETE FROM notification WHERE id IN (SELECT id FROM notification WHERE id < ${id}::uuid ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED)`;
  }

  /** Some of those of one subject, read or not; answers how many. */
  async deleteOf(
    tx: Pick<Tx, '$executeRaw'>,
    { kind, subjectId }: { kind: NotificationKind; subjectId: string },
    limit: number,
  ): Promise<number> {
    return tx.$executeRaw`
      DELETE FROM notification WHERE id IN (SELECT id FROM notification WHERE kind = ${kind} AND subject_id = ${subjectId}::uuid LIMIT ${limit})`;
  }

  /** What these people said of a kind and a channel; who said nothing has none. */
  async settingsOf(
    tx: Pick<Tx, 'notificationSetting'>,
    kind: string,
    channel: string,
    userIds: readonly string[],
  ): Promise<ReadonlyMap<string, boolean>> {
    const rows = await tx.notificationSetting.findMany({
      where: { kind, channel, userId: { in: [...userIds] } },
      select: { userId: true, enabled: true },
    });
    return new Map(rows.map((row) => [row.userId, row.enabled]));
  }

  async settings(userId: string): Promise<StoredSetting[]> {
    const select = { kind: true, channel: true, enabled: true } as const;
    return this.database.prisma.notificationSetting.findMany({ where: { userId, ...KNOWN }, select });
  }

  async set(userId: string, { kind, channel, enabled }: StoredSetting): Promise<void> {
    await this.database.prisma.notificationSetting.upsert({
      where: { userId_kind_channel: { userId, kind, channel } },
      create: { userId, kind, channel, enabled },
      update: { enabled },
      select: { userId: true },
    });
  }
}
