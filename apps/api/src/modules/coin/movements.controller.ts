import { Controller, Get, Patch, Post } from '@nestjs/common';
import {
  type GiftAllowance,
  type Movement,
  type SpendingLimits,
  type SpendingLimitsChange,
  type SwapAllowance,
  type SwapRequest,
  spendingLimitsChange,
  swapRequest,
  type TipRequest,
  type TransferRequest,
  tipRequest,
  transferRequest,
} from '@troupe/contracts/http/coin-movements';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { IdempotencyKey } from '../../platform/validation/idempotency-key.ts';
import { ValidBody } from '../../platform/validation/validate.ts';
import { SendGiftService } from './send-gift.service.ts';
import { SendTipService } from './send-tip.service.ts';
import { SetLimitsService } from './set-limits.service.ts';
import { SwapEarningsService } from './swap-earnings.service.ts';

/** Coins that people move themselves. Counted per user, whatever address they come from. */
@Controller('coin')
export class MovementsController {
  constructor(
    private readonly gifts: SendGiftService,
    private readonly tips: SendTipService,
    private readonly swaps: SwapEarningsService,
    private readonly ownLimits: SetLimitsService,
    private readonly rates: RateLimits,
  ) {}

  @Post('transfer')
  async transfer(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @ValidBody(transferRequest) body: TransferRequest,
  ): Promise<Movement> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.gifts.send(actor.userId, key, body);
  }

  @Post('tip')
  async tip(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @ValidBody(tipRequest) body: TipRequest,
  ): Promise<Movement> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.tips.tip(actor.userId, key, body);
  }

  @Post('swap')
  async swap(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @ValidBody(swapRequest) body: SwapRequest,
  ): Promise<Movement> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.swaps.swap(actor.userId, key, body);
  }

  @Get('transfer/allowance')
  async allowance(@CurrentActor() actor: Actor): Promise<GiftAllowance> {
    return this.gifts.allowance(actor.userId);
  }

  @Get('swap/allowance')
  async swapAllowance(@CurrentActor() actor: Actor): Promise<SwapAllowance> {
    return this.swaps.allowance(actor.userId);
  }

  @Get('limits')
  async limits(@CurrentActor() actor: Actor): Promise<SpendingLimits> {
    return this.ownLimits.limits(actor.userId);
  }

  @Patch('limits')
  async setLimits(
    @CurrentActor() actor: Actor,
    @ValidBody(spendingLimitsChange) body: SpendingLimitsChange,
  ): Promise<SpendingLimits> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.ownLimits.change(actor.userId, body);
  }
}
