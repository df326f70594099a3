import { Controller, Get } from '@nestjs/common';
import {
  type Balance,
  type Receipt,
  receiptParam,
  type TransactionsPage,
  transactionsQuery,
} from '@troupe/contracts/http/coin';
import { userIdParam } from '@troupe/contracts/http/common';
import type { z } from 'zod';
import { type Actor, CurrentActor, requireSelf } from '../../platform/auth/actor.ts';
import { ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { ReadReceiptService } from './read-receipt.service.ts';
import { ReadWalletService } from './read-wallet.service.ts';

@Controller('coin')
export class CoinController {
  constructor(
    private readonly wallets: ReadWalletService,
    private readonly receipts: ReadReceiptService,
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
    @ValidQuery(transactionsQuery) query: z.output<typeof transactionsQuery>,
  ): Promise<TransactionsPage> {
    requireSelf(actor, param.userId);
    return this.wallets.transactions(param.userId, query.cursor, query.limit);
  }

  @Get('receipt/:messageId')
  async receipt(
    @CurrentActor() actor: Actor,
    @ValidParam(receiptParam) param: { messageId: string },
  ): Promise<Receipt> {
    return this.receipts.receipt(actor.userId, param.messageId);
  }
}
