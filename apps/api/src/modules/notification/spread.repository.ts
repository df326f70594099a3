import { Injectable } from '@nestjs/common';
import { type NotificationKind, notificationKind } from '@troupe/contracts/http/notification';
import type { Tx } from '@troupe/database';
import { z } from 'zod';
import { newId } from '../../platform/ids/ids.ts';
import type { Notice } from './notification-channel.ts';

const spreadRow = z.object({
  id: z.string(),
  kind: z.string(),
  subjectId: z.string(),
  step: z.enum(['telling', 'withdrawing']),
  afterUserId: z.nullable(z.string()),
});

export interface Spread {
  id: string;
  kind: NotificationKind;
  subjectId: string;
  step: 'telling' | 'withdrawing';
  afterUserId: string | undefined;
}

type SpreadTx = Pick<Tx, 'notificationSpread' | '$queryRaw' | '$executeRaw'>;

/** What many are told, and how far that has come. */
@Injectable()
export class SpreadRepository {
  /** Once for each subject. */
  async begin(tx: SpreadTx, { kind, subjectId }: Notice): Promise<void> {
    await tx.notificationSpread.createMany({ data: [{ id: newId(), kind, subjectId }], skipDuplicates: true });
  }

  /** From now on it is taken back. Waits for a part that is being told. */
  async withdraw(tx: SpreadTx, { kind, subjectId }: Notice): Promise<void> {
    const step = { step: 'withdrawing', dueAt: new Date(), failures: 0 } as const;
    await tx.notificationSpread.upsert({
      where: { kind_subjectId: { kind, subjectId } },
      create: { id: newId(), kind, subjectId, ...step },
      update: step,
      select: { id: true },
    });
  }

  /** The one that has waited longest, and that no other process is at; until the transaction ends it is the caller's. */
  async claim(tx: SpreadTx): Promise<Spread | undefined> {
    const rows = await tx.$queryRaw`
      SELECT id, kind, subject_id AS "subjectId", step::text, after_user_id AS "afterUserId" FROM notification_spread
      WHERE step <> 'done' AND due_at <= now() ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;
    const [row] = z.array(spreadRow).parse(rows);
    return row && { ...row, kind: notificationKind.parse(row.kind), afterUserId: row.afterUserId ?? undefined };
  }

  /** Goes on behind those that wait. Without `afterUserId` it is done. */
  async advance(tx: SpreadTx, id: string, afterUserId: string | undefined, toldCount: number): Promise<void> {
    await tx.notificationSpread.update({
      where: { id },
      data: {
        ...(afterUserId === undefined ? { step: 'done' } : { afterUserId }),
        toldCount: { increment: toldCount },
        failures: 0,
        dueAt: new Date(),
      },
      select: { id: true },
    });
  }

  /** Waits twice as long after each failure, from a second to ten minutes. */
  async putOff(tx: SpreadTx, id: string): Promise<void> {
    await tx.$executeRaw`
      UPDATE notification_spread SET failures = failures + 1, due_at = now() + least(2 ^ least(failures, 10), 600) * interval '1 second'
      WHERE id = ${id}::uuid AND step <> 'done'`;
  }

  /** Some of those that were done before a moment; answers how many. */
  async deleteDone(tx: SpreadTx, before: Date, limit: number): Promise<number> {
    return tx.$executeRaw`
      DELETE FROM notification_spread WHERE id IN (SELECT id FROM notification_spread WHERE step = 'done' AND created_at < ${before} LIMIT ${limit})`;
  }
}
