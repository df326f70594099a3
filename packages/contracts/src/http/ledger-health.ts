import * as z from '../zod.ts';
import { instant } from './common.ts';

/** What the last recomputation of the books found, and how far the fold is behind. For admins. */
export const ledgerHealth = z.strictObject({
  /** Null until the first one after a start. */
  checkedAt: z.nullable(instant),
  faults: z.array(z.strictObject({ fault: z.string(), subject: z.string(), detail: z.string() })),
  foldLagJournals: z.int(),
  /** Null before the first fold. */
  secondsSinceHorizon: z.nullable(z.number()),
});
export type LedgerHealth = z.infer<typeof ledgerHealth>;
