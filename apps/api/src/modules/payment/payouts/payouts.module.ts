import { Module } from '@nestjs/common';
import { ENV } from '../../../platform/config/config.module.ts';
import { CoinModule } from '../../coin/index.ts';
import { PayoutProviders } from '../providers/payout-providers.ts';
import { payoutProvidersOf } from '../providers/set-up.ts';
import { AdminPayoutsController } from './admin-payouts.controller.ts';
import { ApplyPayoutFactsService } from './apply-payout-facts.service.ts';
import { CancelPayoutService } from './cancel-payout.service.ts';
import { DestinationsController } from './destinations.controller.ts';
import { DestinationsRepository } from './destinations.repository.ts';
import { DestinationsService } from './destinations.service.ts';
import { JudgePayoutService } from './judge-payout.service.ts';
import { KeepPayoutsService } from './keep-payouts.service.ts';
import { MovePayoutService } from './move-payout.service.ts';
import { NoteDeviceService } from './note-device.service.ts';
import { PayoutProfileService } from './payout-profile.service.ts';
import { PayoutVault } from './payout-vault.ts';
import { PayoutsController } from './payouts.controller.ts';
import { PayoutsRepository } from './payouts.repository.ts';
import { ReadPayoutsService } from './read-payouts.service.ts';
import { RequestPayoutService } from './request-payout.service.ts';
import { ReviewPayoutsService } from './review-payouts.service.ts';
import { RiskSignalsRepository } from './risk-signals.repository.ts';
import { RiskSignals } from './risk-signals.service.ts';
import { SendPayoutsService } from './send-payouts.service.ts';

/** Paying creators. The rest of the payment module tells it what webhooks say of payouts, and what people pay with. */
@Module({
  imports: [CoinModule],
  controllers: [DestinationsController, PayoutsController, AdminPayoutsController],
  providers: [
    PayoutsRepository,
    DestinationsRepository,
    RiskSignalsRepository,
    PayoutVault,
    { provide: PayoutProviders, useFactory: payoutProvidersOf, inject: [ENV] },
    RiskSignals,
    NoteDeviceService,
    JudgePayoutService,
    PayoutProfileService,
    DestinationsService,
    ReadPayoutsService,
    RequestPayoutService,
    CancelPayoutService,
    ReviewPayoutsService,
    MovePayoutService,
    ApplyPayoutFactsService,
    SendPayoutsService,
    KeepPayoutsService,
  ],
  exports: [ApplyPayoutFactsService, RiskSignals],
})
export class PayoutsModule {}
