import { Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { userIdParam } from '@troupe/contracts/http/common';
import { type CreatorFansPage, type CreatorFansQuery, creatorFansQuery } from '@troupe/contracts/http/community';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { BlockFanService } from './block-fan.service.ts';

@Controller('creator/fans')
export class FansController {
  constructor(
    private readonly blocking: BlockFanService,
    private readonly rates: RateLimits,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @ValidQuery(creatorFansQuery) query: CreatorFansQuery,
  ): Promise<CreatorFansPage> {
    return this.blocking.list(actor.userId, query);
  }

  @Put(':userId/block')
  @HttpCode(204)
  async block(@CurrentActor() actor: Actor, @ValidParam(userIdParam) param: { userId: string }): Promise<void> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    await this.blocking.block(actor.userId, param.userId);
  }

  @Delete(':userId/block')
  @HttpCode(204)
  async unblock(@CurrentActor() actor: Actor, @ValidParam(userIdParam) param: { userId: string }): Promise<void> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    await this.blocking.unblock(actor.userId, param.userId);
  }
}
