import type { Tx } from '@troupe/database';

export const USER_REGISTERED = 'auth.userRegistered';

/** Emitted inside the transaction that creates the user: a listener joins it with `tx`, and a listener that throws undoes it. */
export interface UserRegistered {
  tx: Tx;
  userId: string;
}
