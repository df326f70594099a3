import { Injectable, Logger } from '@nestjs/common';
import type { Payment, RazorpayCallback } from '@troupe/contracts/http/payment';
import { notFound } from '../../platform/errors/app-error.ts';
import { HearPaymentService } from './hear-payment.service.ts';
import * as errors from './payment.errors.ts';
import { toPayment } from './payment.presenter.ts';
import { PaymentRepository } from './payment.repository.ts';
import { ProviderFault } from './providers/payment-provider.ts';
import { PaymentProviders } from './providers/payment-providers.ts';

/** What Razorpay's sheet hands the page: it may come before the webhook, and then the coins do too. */
@Injectable()
export class ConfirmRazorpayService {
  private readonly logger = new Logger('Payments');

  constructor(
    private readonly payments: PaymentRepository,
    private readonly hearing: HearPaymentService,
    private readonly registry: PaymentProviders,
  ) {}

  /**
   * Believes the sheet that somebody paid, and asks Razorpay whether the money is there: its signature covers an authorised payment as well. When Razorpay can't
   * be asked now, the payment is pending until its webhook or the reconciler brings the rest. Throws `not_found` for another user's order, and `invalid_signature`.
   */
  async confirm(userId: string, callback: RazorpayCallback): Promise<Payment> {
    const provider = this.registry.get('razorpay');
    const [orderId, paymentId] = [callback.razorpay_order_id, callback.razorpay_payment_id];
    const own = await this.payments.findOwnByRef(userId, provider.name, orderId);
    if (own === null) throw notFound('This payment');
    const signed = provider.isCallbackSigned?.({ orderId, paymentId, signature: callback.razorpay_signature });
    if (signed !== true) throw errors.badSignature();
    const refs = [orderId, paymentId];
    await this.hearing.hear(provider, own.id, { refs, facts: { pending: true } });
    try {
      await this.hearing.hear(provider, own.id, await provider.fetch(refs));
    } catch (error) {
      if (!(error instanceof ProviderFault)) throw error;
      this.logger.warn(`payment ${own.id} was not asked about after its callback: ${error.message}`);
    }
    return toPayment((await this.payments.find(own.id)) ?? own);
  }
}
