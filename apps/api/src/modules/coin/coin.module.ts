import { Module } from '@nestjs/common';
import { ChargeSubjects } from './charge-subjects.ts';
import { CoinController } from './coin.controller.ts';
import { CoinFacade } from './coin.facade.ts';
import { ExpireHoldsService } from './expire-holds.service.ts';
import { FoldLedgerService } from './fold-ledger.service.ts';
import { KeepLedgerService } from './keep-ledger.service.ts';
import { LedgerRepository } from './ledger/ledger.repository.ts';
import { OperationsRepository } from './ledger/operations.repository.ts';
import { SealRepository } from './ledger/seal.repository.ts';
import { LedgerHealthController } from './ledger-health.controller.ts';
import { MatureEarningsService } from './mature-earnings.service.ts';
import { PostCreditsService } from './post-credits.service.ts';
import { ProveReceiptService } from './prove-receipt.service.ts';
import { ReadEarningsService } from './read-earnings.service.ts';
import { ReadReceiptService } from './read-receipt.service.ts';
import { ReadWalletService } from './read-wallet.service.ts';
import { ReceiptProofController } from './receipt-proof.controller.ts';
import { VerifyLedgerService } from './verify-ledger.service.ts';

@Module({
  controllers: [CoinController, ReceiptProofController, LedgerHealthController],
  providers: [
    LedgerRepository,
    OperationsRepository,
    SealRepository,
    ProveReceiptService,
    VerifyLedgerService,
    FoldLedgerService,
    ExpireHoldsService,
    MatureEarningsService,
    KeepLedgerService,
    ChargeSubjects,
    ReadWalletService,
    ReadReceiptService,
    ReadEarningsService,
    PostCreditsService,
    CoinFacade,
  ],
  exports: [CoinFacade],
})
export class CoinModule {}
