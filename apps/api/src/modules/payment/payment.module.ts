import { Module } from '@nestjs/common';
import { ENV } from '../../platform/config/config.module.ts';
import { CoinModule } from '../coin/index.ts';
import { AdminPaymentsController } from './admin/admin-payments.controller.ts';
import { AdminSalesController } from './admin/admin-sales.controller.ts';
import { EditPacksService } from './admin/edit-packs.service.ts';
import { EditPromotionsService } from './admin/edit-promotions.service.ts';
import { RefundPaymentService } from './admin/refund-payment.service.ts';
import { ReviewEventsService } from './admin/review-events.service.ts';
import { SalesRepository } from './admin/sales.repository.ts';
import { ApplyFactsService } from './apply-facts.service.ts';
import { ConfirmRazorpayService } from './confirm-razorpay.service.ts';
import { HearPaymentService } from './hear-payment.service.ts';
import { InboxRepository } from './inbox.repository.ts';
import { KeepPaymentsService } from './keep-payments.service.ts';
import { OpenCheckoutService } from './open-checkout.service.ts';
import { PackRepository } from './pack.repository.ts';
import { PaymentController } from './payment.controller.ts';
import { PaymentRepository } from './payment.repository.ts';
import { PayoutsModule } from './payouts/payouts.module.ts';
import { PaymentProviders } from './providers/payment-providers.ts';
import { SandboxChargeRepository } from './providers/sandbox/sandbox-charge.repository.ts';
import { SandboxDeskService } from './providers/sandbox/sandbox-desk.service.ts';
import { paymentProvidersOf } from './providers/set-up.ts';
import { ReadPaymentsService } from './read-payments.service.ts';
import { ReconcilePaymentsService } from './reconcile-payments.service.ts';
import { TakeEventService } from './take-event.service.ts';
import { WebhookController } from './webhook.controller.ts';

@Module({
  imports: [CoinModule, PayoutsModule],
  controllers: [PaymentController, WebhookController, AdminPaymentsController, AdminSalesController],
  providers: [
    PaymentRepository,
    PackRepository,
    InboxRepository,
    SandboxChargeRepository,
    { provide: PaymentProviders, useFactory: paymentProvidersOf, inject: [ENV, SandboxChargeRepository] },
    ApplyFactsService,
    TakeEventService,
    HearPaymentService,
    ConfirmRazorpayService,
    OpenCheckoutService,
    ReadPaymentsService,
    SandboxDeskService,
    ReconcilePaymentsService,
    KeepPaymentsService,
    SalesRepository,
    EditPacksService,
    EditPromotionsService,
    RefundPaymentService,
    ReviewEventsService,
  ],
})
export class PaymentModule {}
