import type { NotificationChannelName, NotificationKind } from '@troupe/contracts/http/notification';
import type { Tx } from '@troupe/database';

export interface Notice {
  kind: NotificationKind;
  subjectId: string;
}

/** A way to reach people (ADR 14). */
export interface NotificationChannel {
  readonly name: NotificationChannelName;
  /**
   * Keeps a notice for these people, in the transaction that notes that they were told: each is kept once, whatever dies. A channel that goes out of the
   * house keeps it in a queue of its own here and sends from there. Answers for whom it is new.
   */
  keep(tx: Tx, notice: Notice, userIds: readonly string[]): Promise<string[]>;
  /** After the commit. A courtesy that may get lost; it throws nothing. */
  announce(notice: Notice, userIds: readonly string[]): Promise<void>;
}
