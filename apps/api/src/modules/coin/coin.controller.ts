import { Controller, Get } from '@nestjs/common';
import {
  type Balance,
  type Receipt,
  receiptParam,
  type TransactionsPage,
  type TransactionsQuery,
  transactionsQuery,
} from '@troupe/contracts/http/coin';
import { type JournalReceipt, journalParam, type Spending, spendingQuery } from '@troupe/contracts/http/coin-movements';
import { userIdParam } from '@troupe/contracts/http/common';
import { type Actor, CurrentActor, requireSelf } from '../../platform/auth/actor.ts';
import { ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { ReadJournalReceiptService } from './read-journal-receipt.service.ts';
import { ReadReceiptService } from './read-receipt.service.ts';
import { ReadSpendingService } from './read-spending.service.ts';
import { ReadWalletService } from './read-wallet.service.ts';

@Controller('coin')
export class CoinController {
  constructor(
    private readonly wallets: ReadWalletService,
    private readonly receipts: ReadReceiptService,
    private readonly journals: ReadJournalReceiptService,
    private readonly spendings: ReadSpendingService,
  ) {}

  @Get('balance/:userId')
  async balance(@CurrentActor() actor: Actor, @ValidParam(userIdParam) param: { userId: string }): Promise<Balance> {
    requireSelf(actor, param.userId);
    return this.wallets.balance(param.userId);
  }

  @Get('transactions/:userId')
  async transactions(
    @CurrentActor() actor: Actor,
    @ValidParam(userIdParam) param: { userId: string },
    @ValidQuery(transactionsQuery) query: TransactionsQuery,
  ): Promise<TransactionsPage> {
    requireSelf(actor, param.userId);
    return this.wallets.transactions(param.userId, query);
  }

  @Get('receipt/:messageId')
  async receipt(
    @CurrentActor() actor: Actor,
    @ValidParam(receiptParam) param: { messageId: string },
  ): Promise<Receipt> {
    return this.receipts.receipt(actor.userId, param.messageId);
  }

  @Get('receipt/journal/:journalId')
  async journalReceipt(
    @CurrentActor() actor: Actor,
    @ValidParam(journalParam) param: { journalId: string },
  ): Promise<JournalReceipt> {
    return this.journals.receipt(actor.userId, BigInt(param.journalId));
  }

  @Get('analytics/:userId')
  async spending(
    @CurrentActor() actor: Actor,
    @ValidParam(userIdParam) param: { userId: string },
    @ValidQuery(spendingQuery) query: { days: number },
  ): Promise<Spending> {
    requireSelf(actor, param.userId);
    return this.spendings.spending(param.userId, query.days);
  }
}
