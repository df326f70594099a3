import { Controller, Post, UseGuards } from '@nestjs/common';
import {
  type BonusCreditsRequest,
  bonusCreditsRequest,
  type Correction,
  type SetCreditsRequest,
  setCreditsRequest,
} from '@troupe/contracts/http/admin-credits';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { AdminGuard } from '../../platform/auth/admin.guard.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { IdempotencyKey } from '../../platform/validation/idempotency-key.ts';
import { ValidBody } from '../../platform/validation/validate.ts';
import { CorrectBalanceService } from './correct-balance.service.ts';

@Controller('admin/credits')
@UseGuards(AdminGuard)
export class AdminCreditsController {
  constructor(
    private readonly corrections: CorrectBalanceService,
    private readonly rates: RateLimits,
  ) {}

  @Post('set')
  async set(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @ValidBody(setCreditsRequest) body: SetCreditsRequest,
  ): Promise<Correction> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.corrections.set(actor.userId, key, body);
  }

  @Post('bonus')
  async bonus(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @ValidBody(bonusCreditsRequest) body: BonusCreditsRequest,
  ): Promise<Correction> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.corrections.grantBonus(actor.userId, key, body);
  }
}
