import { Injectable, Logger } from '@nestjs/common';
import { freshNotification } from '@troupe/contracts/http/notification';
import type { Tx } from '@troupe/database';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { NotificationRepository } from './notification.repository.ts';
import type { Notice, NotificationChannel } from './notification-channel.ts';
import { NotificationSources } from './sources.ts';

/** The bell: rows that its owner reads over HTTP, and a word to the sockets that are open. */
@Injectable()
export class InAppChannel implements NotificationChannel {
  readonly name = 'inApp';
  private readonly logger = new Logger('Notifications');

  constructor(
    private readonly repository: NotificationRepository,
    private readonly sources: NotificationSources,
    private readonly realtime: Realtime,
  ) {}

  async keep(tx: Tx, notice: Notice, userIds: readonly string[]): Promise<string[]> {
    return this.repository.insert(tx, notice, userIds);
  }

  async announce({ kind, subjectId }: Notice, userIds: readonly string[]): Promise<void> {
    try {
      const subject = (await this.sources.of(kind).describe([subjectId], undefined)).get(subjectId);
      if (subject === undefined) return;
      const fresh = freshNotification.parse({ kind, subject, createdAt: new Date().toISOString() });
      this.realtime.toUsers(userIds, 'notification', fresh);
    } catch (error) {
      this.logger.warn(`${kind} ${subjectId} could not be announced: ${String(error)}`);
    }
  }
}
