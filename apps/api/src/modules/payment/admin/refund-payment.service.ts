import { Injectable } from '@nestjs/common';
import type { RefundRequest } from '@troupe/contracts/http/admin-payments';
import type { Payment } from '@troupe/contracts/http/payment';
import { UnitOfWork } from '@troupe/database';
import { writeAudit } from '../../../platform/audit/audit-trail.ts';
import { AppError, notFound } from '../../../platform/errors/app-error.ts';
import { ledgerKey } from '../../coin/index.ts';
import { HearPaymentService } from '../hear-payment.service.ts';
import * as errors from '../payment.errors.ts';
import { toPayment } from '../payment.presenter.ts';
import { PaymentRepository, type PaymentRow } from '../payment.repository.ts';
import { ProviderFault } from '../providers/payment-provider.ts';
import { PaymentProviders } from '../providers/payment-providers.ts';

/** Gives a buyer's money back, because an admin decided so. The coins follow the money, whoever gave it back. */
@Injectable()
export class RefundPaymentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly hearing: HearPaymentService,
    private readonly registry: PaymentProviders,
  ) {}

  /**
   * Asks the provider to give money back, and takes the coins that it stood for. A retry with the same key gives nothing back twice, and what was asked first
   * stands. Throws `not_found`; `payment_refused` for more than is left, or for a payment that nobody paid; and `payment_provider_unavailable`, after which the same
   * request may be sent again.
   */
  async refund(adminId: string, paymentId: string, key: string, request: RefundRequest): Promise<Payment> {
    const id = ledgerKey('refund-request', `${adminId}:${paymentId}:${key}`);
    const amountMinor = await this.keepRequest({ id, adminId, paymentId, ...request });
    const payment = await this.find(paymentId);
    const provider = this.registry.get(payment.provider);
    const refs = await this.payments.refsOf(payment.id);
    try {
      const refund = await provider.refund(refs, amountMinor, id);
      await this.hearing.hear(provider, payment.id, { refs, facts: { refunds: [refund] } });
    } catch (error) {
      throw error instanceof ProviderFault ? errors.providerFailed(error) : error;
    }
    return toPayment(await this.find(paymentId));
  }

  /** Written before the provider is asked, so that a retry asks for the same. Answers the amount in minor units. */
  private async keepRequest(
    request: RefundRequest & { id: string; adminId: string; paymentId: string },
  ): Promise<number> {
    const { id, adminId, paymentId, reason } = request;
    return this.unitOfWork.run('keep-refund-request', async (tx) => {
      const payment = await this.payments.lockById(tx, paymentId);
      if (payment === null) throw notFound('This payment');
      const known = await this.payments.findRefundRequest(tx, id);
      if (known !== null) return known.amountMinor;
      const leftMinor = payment.amountMinor - payment.refundedMinor - payment.disputedMinor;
      const amountMinor = request.amountMinor ?? leftMinor;
      if (payment.status !== 'succeeded' || amountMinor < 1 || amountMinor > leftMinor) {
        throw new AppError('payment_refused', 'Less than that, or nothing, is left of this payment to give back');
      }
      await this.payments.insertRefundRequest(tx, { id, paymentId, adminId, amountMinor, reason });
      const detail = { amountMinor, reason };
      await writeAudit(tx, { actorId: adminId, action: 'payment.refund', subjectId: paymentId, detail });
      return amountMinor;
    });
  }

  private async find(paymentId: string): Promise<PaymentRow> {
    const payment = await this.payments.find(paymentId);
    if (payment === null) throw notFound('This payment');
    return payment;
  }
}
