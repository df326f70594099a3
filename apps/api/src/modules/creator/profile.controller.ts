import { Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { userIdParam } from '@troupe/contracts/http/common';
import {
  type BecomeCreatorRequest,
  becomeCreatorRequest,
  type CreatorProfile,
  type CreatorProfileChanges,
  type CreatorWelcome,
  creatorProfileChanges,
} from '@troupe/contracts/http/creator';
import { OpenToAll } from '../../platform/auth/access.guard.ts';
import { type Actor, CurrentActor, MaybeActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidParam } from '../../platform/validation/validate.ts';
import { ShowCreatorService } from './show-creator.service.ts';
import { WriteProfileService } from './write-profile.service.ts';

@Controller('creator/profile')
export class ProfileController {
  constructor(
    private readonly profiles: WriteProfileService,
    private readonly showing: ShowCreatorService,
    private readonly rates: RateLimits,
  ) {}

  @Post()
  @HttpCode(200)
  async become(
    @CurrentActor() actor: Actor,
    @ValidBody(becomeCreatorRequest) body: BecomeCreatorRequest,
  ): Promise<CreatorWelcome> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.profiles.become(actor, body);
  }

  @Patch()
  async change(
    @CurrentActor() actor: Actor,
    @ValidBody(creatorProfileChanges) body: CreatorProfileChanges,
  ): Promise<CreatorProfile> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.profiles.change(actor, body);
  }

  @Get(':userId')
  @OpenToAll()
  async read(
    @MaybeActor() actor: Actor | undefined,
    @ValidParam(userIdParam) param: { userId: string },
  ): Promise<CreatorProfile> {
    return this.showing.profile(param.userId, actor);
  }
}
