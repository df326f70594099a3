import { Injectable } from '@nestjs/common';
import type { NotificationKind, NotificationSubject } from '@troupe/contracts/http/notification';
import type { Tx } from '@troupe/database';

/** Who reads a notification. */
export interface Reader {
  userId: string;
  isAdult: boolean;
}

/** What notifications can't know about their kind: the module whose facts those are registers one (as in ADR 5). */
export interface NotificationSource {
  /**
   * The next who are told of a subject: the first `limit` of its audience above `afterUserId` in the order of their ids, without those among them who
   * are not to be told. `lastUserId` is the last who was looked at, undefined at the end. Who is asked for twice may be answered twice.
   */
  audience(
    tx: Tx,
    subjectId: string,
    afterUserId: string | undefined,
    limit: number,
  ): Promise<{ userIds: string[]; lastUserId: string | undefined }>;
  /** What this reader is shown of subjects; of those that are not there for them, nothing. Without a reader, what everybody was told. */
  describe(
    subjectIds: readonly string[],
    reader: Reader | undefined,
  ): Promise<ReadonlyMap<string, NotificationSubject>>;
}

@Injectable()
export class NotificationSources {
  private readonly sources = new Map<NotificationKind, NotificationSource>();

  register(kind: NotificationKind, source: NotificationSource): void {
    this.sources.set(kind, source);
  }

  /** Throws for a kind that nobody registered: it belongs to a release that this one is not. */
  of(kind: NotificationKind): NotificationSource {
    const source = this.sources.get(kind);
    if (source === undefined) throw new Error(`nobody registered the notifications of kind ${kind}`);
    return source;
  }
}
