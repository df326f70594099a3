import { Module } from '@nestjs/common';
import { AdminCreditsController } from './admin-credits.controller.ts';
import { AnswerMovementService } from './answer-movement.service.ts';
import { ChargeSubjects } from './charge-subjects.ts';
import { ClawBackService } from './claw-back.service.ts';
import { CoinController } from './coin.controller.ts';
import { CoinFacade } from './coin.facade.ts';
import { CorrectBalanceService } from './correct-balance.service.ts';
import { CorrectionsRepository } from './corrections.repository.ts';
import { Directory } from './directory.ts';
import { ExpireHoldsService } from './expire-holds.service.ts';
import { FilterHistoryService } from './filter-history.service.ts';
import { FoldLedgerService } from './fold-ledger.service.ts';
import { KeepLedgerService } from './keep-ledger.service.ts';
import { ClawbacksRepository } from './ledger/clawbacks.repository.ts';
import { LedgerRepository } from './ledger/ledger.repository.ts';
import { OperationsRepository } from './ledger/operations.repository.ts';
import { PayoutsRepository } from './ledger/payouts.repository.ts';
import { SealRepository } from './ledger/seal.repository.ts';
import { LedgerHealthController } from './ledger-health.controller.ts';
import { MatureEarningsService } from './mature-earnings.service.ts';
import { MovementsController } from './movements.controller.ts';
import { MovementsRepository } from './movements.repository.ts';
import { NameMovementsService } from './name-movements.service.ts';
import { PostCreditsService } from './post-credits.service.ts';
import { PostPayoutsService } from './post-payouts.service.ts';
import { PresentHistoryService } from './present-history.service.ts';
import { ProveReceiptService } from './prove-receipt.service.ts';
import { PushBalancesService } from './push-balances.service.ts';
import { ReadEarningsService } from './read-earnings.service.ts';
import { ReadJournalReceiptService } from './read-journal-receipt.service.ts';
import { ReadReceiptService } from './read-receipt.service.ts';
import { ReadSpendingService } from './read-spending.service.ts';
import { ReadWalletService } from './read-wallet.service.ts';
import { ReceiptProofController } from './receipt-proof.controller.ts';
import { SendGiftService } from './send-gift.service.ts';
import { SendTipService } from './send-tip.service.ts';
import { SetLimitsService } from './set-limits.service.ts';
import { SwapEarningsService } from './swap-earnings.service.ts';
import { VerifyLedgerService } from './verify-ledger.service.ts';

const READING = [
  ReadWalletService,
  ReadReceiptService,
  ReadJournalReceiptService,
  ReadEarningsService,
  ReadSpendingService,
  ProveReceiptService,
  FilterHistoryService,
  PresentHistoryService,
  NameMovementsService,
];
const KEEPING = [FoldLedgerService, ExpireHoldsService, MatureEarningsService, VerifyLedgerService, KeepLedgerService];
const MOVING = [
  SendGiftService,
  SendTipService,
  SwapEarningsService,
  SetLimitsService,
  CorrectBalanceService,
  AnswerMovementService,
  PushBalancesService,
];

@Module({
  controllers: [
    CoinController,
    MovementsController,
    ReceiptProofController,
    LedgerHealthController,
    AdminCreditsController,
  ],
  providers: [
    LedgerRepository,
    OperationsRepository,
    MovementsRepository,
    CorrectionsRepository,
    SealRepository,
    ClawbacksRepository,
    PayoutsRepository,
    ChargeSubjects,
    Directory,
    PostCreditsService,
    ClawBackService,
    PostPayoutsService,
    ...READING,
    ...MOVING,
    ...KEEPING,
    CoinFacade,
  ],
  exports: [CoinFacade],
})
export class CoinModule {}
