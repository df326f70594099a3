import { Coalescer, type CoalescerLimits } from './coalescer.ts';

/** A read holds no lock and is soon over: two batches on their way keep the database busy, and the others gather meanwhile. */
const READ_LIMITS: CoalescerLimits = {
  membersMax: 256,
  bytesMax: 1_000_000,
  waitingMax: 20_000,
  waitingBytesMax: 10_000_000,
  waitMaxMs: 5_000,
  batchesMax: 2,
};
const BYTES_EACH = 200;

/** Reads of one kind that come together are one statement, and equal ones are one read. `run` answers in the order of what it is asked. */
export function coalescedReads<Wanted, Found>(
  run: (wanted: readonly Wanted[]) => Promise<readonly Found[]>,
  nameOf: (wanted: Wanted) => string,
): Coalescer<Wanted, Found> {
  return new Coalescer({
    run,
    keyOf: nameOf,
    identityOf: nameOf,
    bytesOf: () => BYTES_EACH,
    isMemberFault: () => false,
    limits: READ_LIMITS,
  });
}
