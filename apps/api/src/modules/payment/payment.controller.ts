import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { idParam } from '@troupe/contracts/http/common';
import {
  type CheckoutAnswer,
  type CheckoutRequest,
  type CoinPackList,
  checkoutRequest,
  type PaymentAnswer,
  type PaymentProviders,
  type PaymentsPage,
  paymentsQuery,
  type RazorpayCallback,
  razorpayCallback,
  type SandboxConfirmRequest,
  type StripeCheckoutRequest,
  sandboxConfirmRequest,
  stripeCheckoutRequest,
} from '@troupe/contracts/http/payment';
import type { z } from 'zod';
import { Public } from '../../platform/auth/access.guard.ts';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { ConfirmRazorpayService } from './confirm-razorpay.service.ts';
import { OpenCheckoutService } from './open-checkout.service.ts';
import { SandboxDeskService } from './providers/sandbox/sandbox-desk.service.ts';
import { ReadPaymentsService } from './read-payments.service.ts';

@Controller('payment')
export class PaymentController {
  constructor(
    private readonly checkouts: OpenCheckoutService,
    private readonly payments: ReadPaymentsService,
    private readonly callbacks: ConfirmRazorpayService,
    private readonly sandbox: SandboxDeskService,
  ) {}

  @Public()
  @Get('coin-packs')
  async packs(): Promise<CoinPackList> {
    return this.checkouts.packs();
  }

  @Get('providers')
  async providers(@CurrentActor() actor: Actor): Promise<PaymentProviders> {
    return this.checkouts.providers(actor.userId);
  }

  @Get('history')
  async history(
    @CurrentActor() actor: Actor,
    @ValidQuery(paymentsQuery) query: z.output<typeof paymentsQuery>,
  ): Promise<PaymentsPage> {
    return this.payments.history(actor.userId, query.cursor, query.limit);
  }

  @Get('payments/:id')
  async find(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<PaymentAnswer> {
    return { payment: await this.payments.find(actor.userId, param.id) };
  }

  @Post('stripe/create-intent')
  async stripe(
    @CurrentActor() actor: Actor,
    @ValidBody(stripeCheckoutRequest) { form, ...body }: StripeCheckoutRequest,
  ): Promise<CheckoutAnswer> {
    return this.checkouts.open(actor.userId, 'stripe', form, body);
  }

  @Post('razorpay/create-order')
  async razorpay(
    @CurrentActor() actor: Actor,
    @ValidBody(checkoutRequest) body: CheckoutRequest,
  ): Promise<CheckoutAnswer> {
    return this.checkouts.open(actor.userId, 'razorpay', 'sheet', body);
  }

  @Post('razorpay/verify')
  @HttpCode(200)
  async verify(
    @CurrentActor() actor: Actor,
    @ValidBody(razorpayCallback) body: RazorpayCallback,
  ): Promise<PaymentAnswer> {
    return { payment: await this.callbacks.confirm(actor.userId, body) };
  }

  @Post('sandbox/checkout')
  async checkout(
    @CurrentActor() actor: Actor,
    @ValidBody(checkoutRequest) body: CheckoutRequest,
  ): Promise<CheckoutAnswer> {
    return this.checkouts.open(actor.userId, 'sandbox', 'page', body);
  }

  @Post('sandbox/confirm')
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: Actor,
    @ValidBody(sandboxConfirmRequest) body: SandboxConfirmRequest,
  ): Promise<PaymentAnswer> {
    return { payment: await this.sandbox.confirm(actor.userId, body) };
  }
}
