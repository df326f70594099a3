import { Module } from '@nestjs/common';
import { ChargeSubjects } from './charge-subjects.ts';
import { CoinController } from './coin.controller.ts';
import { CoinFacade } from './coin.facade.ts';
import { LedgerRepository } from './ledger/ledger.repository.ts';
import { PostCreditsService } from './post-credits.service.ts';
import { ReadEarningsService } from './read-earnings.service.ts';
import { ReadReceiptService } from './read-receipt.service.ts';
import { ReadWalletService } from './read-wallet.service.ts';

@Module({
  controllers: [CoinController],
  providers: [
    LedgerRepository,
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
