import { Injectable } from '@nestjs/common';
import { NOTIFICATION_KINDS } from '@troupe/contracts/http/notification';
import type { Tx } from '@troupe/database';
import { NotificationChannels } from './channels.ts';
import { NotificationRepository } from './notification.repository.ts';
import type { NotificationChannel } from './notification-channel.ts';
import { NotificationSources } from './sources.ts';
import type { Spread } from './spread.repository.ts';

/** Whom each channel has reached, to be announced after the commit. */
export type Reached = [NotificationChannel, string[]][];

/** Who of an audience is told, and how. */
@Injectable()
export class NotificationRecipients {
  constructor(
    private readonly repository: NotificationRepository,
    private readonly sources: NotificationSources,
    private readonly channels: NotificationChannels,
  ) {}

  /** Tells the next of a subject's audience; `lastUserId` is undefined when nobody comes after them. */
  async tellNext(
    tx: Tx,
    { kind, subjectId, afterUserId }: Spread,
    limit: number,
  ): Promise<{ reached: Reached; lastUserId: string | undefined; toldCount: number }> {
    const { userIds, lastUserId } = await this.sources.of(kind).audience(tx, subjectId, afterUserId, limit);
    const reached: Reached = [];
    for (const channel of this.channels.all) {
      const said = await this.repository.settingsOf(tx, kind, channel.name, userIds);
      const usual = NOTIFICATION_KINDS[kind][channel.name];
      const willing = userIds.filter((userId) => usual === 'always' || (said.get(userId) ?? usual));
      const fresh = await channel.keep(tx, { kind, subjectId }, willing);
      if (fresh.length > 0) reached.push([channel, fresh]);
    }
    return { reached, lastUserId, toldCount: new Set(reached.flatMap(([, fresh]) => fresh)).size };
  }

  /** Deletes some of what was told in the house; answers how many. What has left the house can't be taken back. */
  async takeBack(tx: Tx, spread: Spread, limit: number): Promise<number> {
    return this.repository.deleteOf(tx, spread, limit);
  }
}
