import type { Tx } from '@troupe/database';

export const SIGNED_IN = 'auth.signedIn';

/** Emitted after somebody signed in or up from a browser that is known: it is told, not asked, and a listener that fails stops nobody. */
export interface SignedIn {
  userId: string;
  /** A UUID that the web app keeps in the browser. */
  deviceId: string;
}

export const USER_REGISTERED = 'auth.userRegistered';

/** Emitted inside the transaction that creates the user: a listener joins it with `tx`, and a listener that throws undoes it. */
export interface UserRegistered {
  tx: Tx;
  userId: string;
}
