import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { idParam } from '@troupe/contracts/http/common';
import { type OwnRating, type RatingRequest, ratingRequest } from '@troupe/contracts/http/discovery';
import { type Actor, CurrentActor } from '../../../platform/auth/actor.ts';
import { RateLimits } from '../../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidParam } from '../../../platform/validation/validate.ts';
import { RatePersonaService } from './rate-persona.service.ts';

@Controller('personas/:id/rating')
export class RatingController {
  constructor(
    private readonly rating: RatePersonaService,
    private readonly rates: RateLimits,
  ) {}

  @Get()
  async read(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<OwnRating> {
    return this.rating.read(actor, param.id);
  }

  @Post()
  @HttpCode(200)
  async rate(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(ratingRequest) body: RatingRequest,
  ): Promise<OwnRating> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.rating.rate(actor, param.id, body.stars);
  }

  @Delete()
  @HttpCode(204)
  async takeBack(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<void> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    await this.rating.takeBack(actor, param.id);
  }
}
