import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { idParam, pageQuery } from '@troupe/contracts/http/common';
import type { Audience, LibraryPage } from '@troupe/contracts/http/community';
import type { z } from 'zod';
import { OpenToAll } from '../../platform/auth/access.guard.ts';
import { type Actor, CurrentActor, MaybeActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { FollowPersonaService } from './follow-persona.service.ts';

@Controller()
export class FollowController {
  constructor(
    private readonly following: FollowPersonaService,
    private readonly rates: RateLimits,
  ) {}

  @Get('personas/:id/follow')
  @OpenToAll()
  async audience(
    @MaybeActor() actor: Actor | undefined,
    @ValidParam(idParam) param: { id: string },
  ): Promise<Audience> {
    return this.following.audience(actor, param.id);
  }

  @Post('personas/:id/follow')
  @HttpCode(200)
  async follow(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<Audience> {
    await this.rates.takeOrThrow('taps', actor.userId);
    return this.following.follow(actor, param.id);
  }

  @Delete('personas/:id/follow')
  async unfollow(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<Audience> {
    await this.rates.takeOrThrow('taps', actor.userId);
    return this.following.unfollow(actor, param.id);
  }

  @Get('library')
  async library(
    @CurrentActor() actor: Actor,
    @ValidQuery(pageQuery) query: z.output<typeof pageQuery>,
  ): Promise<LibraryPage> {
    return this.following.library(actor, query);
  }
}
