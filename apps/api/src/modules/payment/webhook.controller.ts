import { Controller, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import type { PaymentProviderName, WebhookAnswer } from '@troupe/contracts/http/payment';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/auth/access.guard.ts';
import { ClientAddresses } from '../../platform/network/client-addresses.ts';
import { NotRateLimited } from '../../platform/rate-limit/rate-limit.guard.ts';
import { TakeEventService } from './take-event.service.ts';

/** Where providers post. Who may is told by the signature alone. */
@Public()
@NotRateLimited()
@Controller('payment')
export class WebhookController {
  constructor(
    private readonly events: TakeEventService,
    private readonly addresses: ClientAddresses,
  ) {}

  @Post('stripe/webhook')
  @HttpCode(200)
  async stripe(@Req() request: RawBodyRequest<FastifyRequest>): Promise<WebhookAnswer> {
    return this.take('stripe', request);
  }

  @Post('razorpay/webhook')
  @HttpCode(200)
  async razorpay(@Req() request: RawBodyRequest<FastifyRequest>): Promise<WebhookAnswer> {
    return this.take('razorpay', request);
  }

  @Post('sandbox/webhook')
  @HttpCode(200)
  async sandbox(@Req() request: RawBodyRequest<FastifyRequest>): Promise<WebhookAnswer> {
    return this.take('sandbox', request);
  }

  private async take(name: PaymentProviderName, request: RawBodyRequest<FastifyRequest>): Promise<WebhookAnswer> {
    const senderKey = this.addresses.limitKeyOf(request.raw);
    await this.events.take(name, request.rawBody ?? Buffer.alloc(0), request.headers, senderKey);
    return { received: true };
  }
}
