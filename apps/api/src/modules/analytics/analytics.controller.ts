import { Controller, Get } from '@nestjs/common';
import type { CreatorOverview } from '@troupe/contracts/http/analytics';
import { userIdParam } from '@troupe/contracts/http/common';
import { type Actor, CurrentActor, requireSelf } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { ValidParam } from '../../platform/validation/validate.ts';
import { ReadCreatorOverviewService } from './read-creator-overview.service.ts';

@Controller('analytics')
export class AnalyticsController {
  constructor(private readonly creatorOverview: ReadCreatorOverviewService) {}

  @Get('creator/:userId/overview')
  async overview(
    @CurrentActor() actor: Actor,
    @ValidParam(userIdParam) param: { userId: string },
  ): Promise<CreatorOverview> {
    requireSelf(actor, param.userId);
    if (!actor.roles.includes('creator')) throw notFound('This creator');
    return this.creatorOverview.overview(param.userId);
  }
}
