import { Injectable } from '@nestjs/common';
import {
  chosenNotificationKind,
  NOTIFICATION_KINDS,
  type NotificationPreference,
  type NotificationPreferences,
  notificationChannel,
} from '@troupe/contracts/http/notification';
import { NotificationRepository } from './notification.repository.ts';

@Injectable()
export class NotificationPreferencesService {
  constructor(private readonly repository: NotificationRepository) {}

  /** Each kind that is theirs to choose on each channel: as they said, else as is usual. */
  async read(userId: string): Promise<NotificationPreferences> {
    const said = await this.repository.settings(userId);
    const preferences = chosenNotificationKind.options.flatMap((kind) =>
      notificationChannel.options.map((channel) => ({
        kind,
        channel,
        enabled:
          said.find((setting) => setting.kind === kind && setting.channel === channel)?.enabled ??
          NOTIFICATION_KINDS[kind][channel],
      })),
    );
    return { preferences };
  }

  /** Counts for what is told from now on. */
  async set(userId: string, preference: NotificationPreference): Promise<NotificationPreferences> {
    await this.repository.set(userId, preference);
    return this.read(userId);
  }
}
