import { Controller, HttpCode, Post } from '@nestjs/common';
import { type AdultConfirmed, type ConfirmAdultRequest, confirmAdultRequest } from '@troupe/contracts/http/account';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidBody } from '../../platform/validation/validate.ts';
import { ConfirmAdultService } from './confirm-adult.service.ts';

@Controller('account')
export class AgeController {
  constructor(
    private readonly confirming: ConfirmAdultService,
    private readonly rates: RateLimits,
  ) {}

  @Post('adult')
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: Actor,
    @ValidBody(confirmAdultRequest) body: ConfirmAdultRequest,
  ): Promise<AdultConfirmed> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.confirming.confirm(actor, body.birthDate);
  }
}
