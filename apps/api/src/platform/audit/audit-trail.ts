import type { Prisma, Tx } from '@troupe/database';
import { newId } from '../ids/ids.ts';

export interface AuditedAction {
  actorId: string;
  /** What was done, as `noun.verb`. */
  action: string;
  subjectId: string;
  detail: Prisma.InputJsonObject;
}

/** Notes what an admin did, for good, in the transaction that does it. */
export async function writeAudit(tx: Pick<Tx, 'auditEntry'>, action: AuditedAction): Promise<void> {
  await tx.auditEntry.create({ data: { id: newId(), ...action }, select: { id: true } });
}
