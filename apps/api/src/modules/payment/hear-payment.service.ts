import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@troupe/database';
import { CoinFacade } from '../coin/index.ts';
import { ApplyFactsService } from './apply-facts.service.ts';
import { PaymentRepository } from './payment.repository.ts';
import type { KnownPayment, OpenedCheckout, PaymentProvider } from './providers/payment-provider.ts';
import { TakeEventService } from './take-event.service.ts';

/** What we learn of a payment without an event: by opening it, by asking, and from the page that somebody paid on. */
@Injectable()
export class HearPaymentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly facts: ApplyFactsService,
    private readonly events: TakeEventService,
    private readonly coin: CoinFacade,
  ) {}

  /** Keeps the ids that the provider gave a payment and its buyer. */
  async opened(
    provider: PaymentProvider,
    { id, userId }: { id: string; userId: string },
    { providerRef, customerRef }: OpenedCheckout,
  ): Promise<void> {
    if (customerRef !== null) {
      await this.unitOfWork.run('keep-customer', (tx) =>
        this.payments.keepCustomer(tx, userId, provider.name, customerRef),
      );
    }
    await this.hear(provider, id, { refs: [providerRef], facts: {} });
  }

  /** Goes through the same door as an event. False when there is no such payment at this provider. Throws `payment_mismatch`. */
  async hear(provider: PaymentProvider, paymentId: string | null, { refs, facts }: KnownPayment): Promise<boolean> {
    const touched = await this.unitOfWork.run('hear-payment', async (tx) => {
      const payment = await this.payments.lock(tx, provider.name, paymentId, refs);
      if (payment === null) return undefined;
      const changed = await this.facts.apply(tx, payment, facts, new Date());
      const added = await this.payments.addRefs(tx, provider.name, payment.id, refs);
      return [...changed, ...(await this.events.catchUp(tx, provider, added))];
    });
    for (const userId of new Set(touched)) await this.coin.pushBalance(userId);
    return touched !== undefined;
  }
}
