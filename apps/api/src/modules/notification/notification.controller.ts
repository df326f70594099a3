import { Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { idParam, pageQuery } from '@troupe/contracts/http/common';
import {
  type NotificationPreference,
  type NotificationPreferences,
  type NotificationsPage,
  notificationPreference,
  type ReadNotificationsRequest,
  readNotificationsRequest,
  type Unread,
} from '@troupe/contracts/http/notification';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { NotificationPreferencesService } from './notification-preferences.service.ts';
import { ReadNotificationsService } from './read-notifications.service.ts';

@Controller('notifications')
export class NotificationController {
  constructor(
    private readonly reading: ReadNotificationsService,
    private readonly preferences: NotificationPreferencesService,
    private readonly rates: RateLimits,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @ValidQuery(pageQuery) query: z.output<typeof pageQuery>,
  ): Promise<NotificationsPage> {
    return this.reading.list(actor, query);
  }

  @Get('unread')
  async unread(@CurrentActor() actor: Actor): Promise<Unread> {
    return this.reading.unread(actor.userId);
  }

  @Get('preferences')
  async readPreferences(@CurrentActor() actor: Actor): Promise<NotificationPreferences> {
    return this.preferences.read(actor.userId);
  }

  @Put('preferences')
  async setPreference(
    @CurrentActor() actor: Actor,
    @ValidBody(notificationPreference) body: NotificationPreference,
  ): Promise<NotificationPreferences> {
    await this.rates.takeOrThrow('taps', actor.userId);
    return this.preferences.set(actor.userId, body);
  }

  @Post('read')
  @HttpCode(200)
  async readUpTo(
    @CurrentActor() actor: Actor,
    @ValidBody(readNotificationsRequest) body: ReadNotificationsRequest,
  ): Promise<Unread> {
    await this.rates.takeOrThrow('taps', actor.userId);
    return this.reading.readUpTo(actor.userId, body.upToId);
  }

  @Put(':id/read')
  async read(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<Unread> {
    await this.rates.takeOrThrow('taps', actor.userId);
    return this.reading.read(actor.userId, param.id);
  }

  @Delete(':id')
  @HttpCode(204)
  async delete(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<void> {
    await this.rates.takeOrThrow('taps', actor.userId);
    await this.reading.delete(actor.userId, param.id);
  }
}
