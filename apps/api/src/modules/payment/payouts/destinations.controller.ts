import { Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { idParam } from '@troupe/contracts/http/common';
import {
  type PayoutDestinationAnswer,
  type PayoutDestinationList,
  type PayoutDestinationRequest,
  type PayoutProfileAnswer,
  type PayoutProfileRequest,
  payoutDestinationRequest,
  payoutProfileRequest,
} from '@troupe/contracts/http/payout';
import { type Actor, CurrentActor } from '../../../platform/auth/actor.ts';
import { RateLimits } from '../../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidParam } from '../../../platform/validation/validate.ts';
import { DestinationsService } from './destinations.service.ts';
import { PayoutProfileService } from './payout-profile.service.ts';

/** Who is paid, and where. */
@Controller('payment/payouts')
export class DestinationsController {
  constructor(
    private readonly profiles: PayoutProfileService,
    private readonly destinations: DestinationsService,
    private readonly rates: RateLimits,
  ) {}

  @Get('profile')
  async profile(@CurrentActor() actor: Actor): Promise<PayoutProfileAnswer> {
    return this.profiles.read(actor.userId);
  }

  @Put('profile')
  async saveProfile(
    @CurrentActor() actor: Actor,
    @ValidBody(payoutProfileRequest) body: PayoutProfileRequest,
  ): Promise<PayoutProfileAnswer> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.profiles.save(actor.userId, body);
  }

  @Get('destinations')
  async list(@CurrentActor() actor: Actor): Promise<PayoutDestinationList> {
    return this.destinations.list(actor.userId);
  }

  @Post('destinations')
  async open(
    @CurrentActor() actor: Actor,
    @ValidBody(payoutDestinationRequest) body: PayoutDestinationRequest,
  ): Promise<PayoutDestinationAnswer> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.destinations.open(actor.userId, body);
  }

  @Post('destinations/:id/check')
  @HttpCode(200)
  async check(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
  ): Promise<PayoutDestinationAnswer> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.destinations.check(actor.userId, param.id);
  }

  @Delete('destinations/:id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<void> {
    await this.destinations.remove(actor.userId, param.id);
  }
}
