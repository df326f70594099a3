import { Injectable } from '@nestjs/common';
import type { NotificationKind } from '@troupe/contracts/http/notification';
import type { Tx } from '@troupe/database';
import { type NotificationSource, NotificationSources } from './sources.ts';
import { SpreadRepository } from './spread.repository.ts';
import { SpreadNotificationsService } from './spread-notifications.service.ts';

@Injectable()
export class NotificationFacade {
  constructor(
    private readonly sources: NotificationSources,
    private readonly spreads: SpreadRepository,
    private readonly spreading: SpreadNotificationsService,
  ) {}

  /** Says who is told of a kind, and what; once, when the module starts. */
  register(kind: NotificationKind, source: NotificationSource): void {
    this.sources.register(kind, source);
  }

  /** Notes that an audience is to be told of a subject, in the caller's transaction. They are told afterwards, each once; call `wake` after the commit. */
  async spread(tx: Tx, kind: NotificationKind, subjectId: string): Promise<void> {
    await this.spreads.begin(tx, { kind, subjectId });
  }

  /** Notes that what was told of a subject is to be taken back, in the caller's transaction; whoever was not told yet is not told. */
  async withdraw(tx: Tx, kind: NotificationKind, subjectId: string): Promise<void> {
    await this.spreads.withdraw(tx, { kind, subjectId });
  }

  /** Begins at once with what is due, instead of within `NOTIFICATION_INTERVAL_MS`. Waits for nothing and throws nothing. */
  wake(): void {
    this.spreading.wake();
  }
}
