import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { idParam } from '@troupe/contracts/http/common';
import {
  type Payout,
  type PayoutDetail,
  type PayoutOverview,
  type PayoutRequest,
  type PayoutsPage,
  payoutRequest,
  payoutsQuery,
} from '@troupe/contracts/http/payout';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../platform/auth/actor.ts';
import { RateLimits } from '../../../platform/rate-limit/rate-limits.ts';
import { IdempotencyKey } from '../../../platform/validation/idempotency-key.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../../platform/validation/validate.ts';
import { CancelPayoutService } from './cancel-payout.service.ts';
import { ReadPayoutsService } from './read-payouts.service.ts';
import { RequestPayoutService } from './request-payout.service.ts';

@Controller('payment/payouts')
export class PayoutsController {
  constructor(
    private readonly reading: ReadPayoutsService,
    private readonly requests: RequestPayoutService,
    private readonly cancelling: CancelPayoutService,
    private readonly rates: RateLimits,
  ) {}

  @Get('overview')
  async overview(@CurrentActor() actor: Actor): Promise<PayoutOverview> {
    return this.reading.overview(actor.userId);
  }

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @ValidQuery(payoutsQuery) query: z.output<typeof payoutsQuery>,
  ): Promise<PayoutsPage> {
    return this.reading.list(actor.userId, query.cursor, query.limit);
  }

  @Post()
  async request(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @ValidBody(payoutRequest) body: PayoutRequest,
  ): Promise<Payout> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.requests.request(actor.userId, key, body);
  }

  @Get(':id')
  async find(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<PayoutDetail> {
    return this.reading.find(actor.userId, param.id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  async cancel(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<PayoutDetail> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.cancelling.cancel(actor.userId, param.id);
  }
}
