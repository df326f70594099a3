import { Module } from '@nestjs/common';
import { NotificationChannels } from './channels.ts';
import { InAppChannel } from './in-app.channel.ts';
import { NotificationController } from './notification.controller.ts';
import { NotificationFacade } from './notification.facade.ts';
import { NotificationRepository } from './notification.repository.ts';
import { NotificationPreferencesService } from './notification-preferences.service.ts';
import { NotificationRecipients } from './notification-recipients.ts';
import { PurgeNotificationsService } from './purge-notifications.service.ts';
import { ReadNotificationsService } from './read-notifications.service.ts';
import { NotificationSources } from './sources.ts';
import { SpreadRepository } from './spread.repository.ts';
import { SpreadNotificationsService } from './spread-notifications.service.ts';

@Module({
  controllers: [NotificationController],
  providers: [
    NotificationSources,
    NotificationRepository,
    SpreadRepository,
    InAppChannel,
    NotificationChannels,
    NotificationRecipients,
    SpreadNotificationsService,
    PurgeNotificationsService,
    ReadNotificationsService,
    NotificationPreferencesService,
    NotificationFacade,
  ],
  exports: [NotificationFacade],
})
export class NotificationModule {}
