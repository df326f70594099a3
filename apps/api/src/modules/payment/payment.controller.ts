import { Controller, Get, Headers, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { idParam } from '@troupe/contracts/http/common';
import {
  type CoinPackList,
  type PaymentAnswer,
  type PaymentsPage,
  paymentsQuery,
  type SandboxCheckoutRequest,
  type SandboxConfirmRequest,
  sandboxCheckoutRequest,
  sandboxConfirmRequest,
  type WebhookAnswer,
} from '@troupe/contracts/http/payment';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Public } from '../../platform/auth/access.guard.ts';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { ClientAddresses } from '../../platform/network/client-addresses.ts';
import { NotRateLimited } from '../../platform/rate-limit/rate-limit.guard.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { OpenCheckoutService } from './open-checkout.service.ts';
import { SandboxProviderService } from './sandbox-provider.service.ts';
import { SettlePaymentService } from './settle-payment.service.ts';

@Controller('payment')
export class PaymentController {
  constructor(
    private readonly checkouts: OpenCheckoutService,
    private readonly sandbox: SandboxProviderService,
    private readonly settlement: SettlePaymentService,
    private readonly addresses: ClientAddresses,
  ) {}

  @Public()
  @Get('coin-packs')
  async packs(): Promise<CoinPackList> {
    return this.checkouts.packs();
  }

  @Get('history')
  async history(
    @CurrentActor() actor: Actor,
    @ValidQuery(paymentsQuery) query: z.output<typeof paymentsQuery>,
  ): Promise<PaymentsPage> {
    return this.checkouts.history(actor.userId, query.cursor, query.limit);
  }

  @Get('payments/:id')
  async find(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<PaymentAnswer> {
    return { payment: await this.checkouts.find(actor.userId, param.id) };
  }

  @Post('sandbox/checkout')
  async checkout(
    @CurrentActor() actor: Actor,
    @ValidBody(sandboxCheckoutRequest) body: SandboxCheckoutRequest,
  ): Promise<PaymentAnswer> {
    return { payment: await this.checkouts.openSandbox(actor.userId, body) };
  }

  @Post('sandbox/confirm')
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: Actor,
    @ValidBody(sandboxConfirmRequest) body: SandboxConfirmRequest,
  ): Promise<PaymentAnswer> {
    return { payment: await this.sandbox.confirm(actor.userId, body) };
  }

  @Public()
  @NotRateLimited()
  @Post('sandbox/webhook')
  @HttpCode(200)
  async webhook(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers('x-sandbox-signature') signature = '',
  ): Promise<WebhookAnswer> {
    const senderKey = this.addresses.limitKeyOf(request.raw);
    await this.settlement.takeSandboxEvent(senderKey, signature, request.rawBody ?? Buffer.alloc(0));
    return { received: true };
  }
}
