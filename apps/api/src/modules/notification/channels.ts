import { Injectable } from '@nestjs/common';
import { InAppChannel } from './in-app.channel.ts';
import type { NotificationChannel } from './notification-channel.ts';

/** All channels there are. E-mail and push come here. */
@Injectable()
export class NotificationChannels {
  readonly all: readonly NotificationChannel[];

  constructor(inApp: InAppChannel) {
    this.all = [inApp];
  }
}
