import { Module } from '@nestjs/common';
import { CoinModule } from '../coin/index.ts';
import { OpenCheckoutService } from './open-checkout.service.ts';
import { PaymentController } from './payment.controller.ts';
import { PaymentRepository } from './payment.repository.ts';
import { SandboxProviderService } from './sandbox-provider.service.ts';
import { SettlePaymentService } from './settle-payment.service.ts';

@Module({
  imports: [CoinModule],
  controllers: [PaymentController],
  providers: [PaymentRepository, OpenCheckoutService, SettlePaymentService, SandboxProviderService],
})
export class PaymentModule {}
