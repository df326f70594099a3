import { Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import {
  type RefundAnswer,
  type RefundRequest,
  refundRequest,
  type WebhookEventDetail,
  type WebhookEventParams,
  type WebhookEventsPage,
  type WebhookEventsQuery,
  webhookEventParams,
  webhookEventsQuery,
} from '@troupe/contracts/http/admin-payments';
import { idParam } from '@troupe/contracts/http/common';
import { type Actor, CurrentActor } from '../../../platform/auth/actor.ts';
import { AdminGuard } from '../../../platform/auth/admin.guard.ts';
import { RateLimits } from '../../../platform/rate-limit/rate-limits.ts';
import { IdempotencyKey } from '../../../platform/validation/idempotency-key.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../../platform/validation/validate.ts';
import { RefundPaymentService } from './refund-payment.service.ts';
import { ReviewEventsService } from './review-events.service.ts';

@Controller('admin/payments')
@UseGuards(AdminGuard)
export class AdminPaymentsController {
  constructor(
    private readonly events: ReviewEventsService,
    private readonly refunds: RefundPaymentService,
    private readonly rates: RateLimits,
  ) {}

  @Get('events')
  async list(@ValidQuery(webhookEventsQuery) query: WebhookEventsQuery): Promise<WebhookEventsPage> {
    return this.events.list(query);
  }

  @Get('events/:provider/:eventId')
  async read(@ValidParam(webhookEventParams) params: WebhookEventParams): Promise<WebhookEventDetail> {
    return this.events.read(params);
  }

  @Post('events/:provider/:eventId/replay')
  @HttpCode(200)
  async replay(
    @CurrentActor() actor: Actor,
    @ValidParam(webhookEventParams) params: WebhookEventParams,
  ): Promise<WebhookEventDetail> {
    return this.events.replay(actor.userId, params);
  }

  @Post(':id/refund')
  @HttpCode(200)
  async refund(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @IdempotencyKey() key: string,
    @ValidBody(refundRequest) body: RefundRequest,
  ): Promise<RefundAnswer> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return { payment: await this.refunds.refund(actor.userId, param.id, key, body) };
  }
}
