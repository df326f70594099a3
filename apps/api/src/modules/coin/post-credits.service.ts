import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import type { Tx } from '@troupe/database';
import type { ProviderCash } from './claw-back.service.ts';
import { BOOK, coinAccount, fiatAccount, userAccount } from './ledger/accounts.ts';
import { least } from './ledger/clawback-plan.ts';
import { ClawbacksRepository } from './ledger/clawbacks.repository.ts';
import { ledgerKey, requestHash } from './ledger/keys.ts';
import { KIND } from './ledger/kinds.ts';
import { LedgerRepository } from './ledger/ledger.repository.ts';
import type { TransferInput } from './ledger/transfer.ts';

export interface Purchase {
  ownerId: string;
  paymentId: string;
  coinsMicrocoins: bigint;
  bonusMicrocoins: bigint;
  cash: ProviderCash;
}

type LedgerTx = Pick<Tx, '$queryRawUnsafe' | '$executeRawUnsafe'>;

@Injectable()
export class PostCreditsService {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly clawbacks: ClawbacksRepository,
  ) {}

  async openWallet(tx: LedgerTx, ownerId: string): Promise<void> {
    await this.ledger.openWallet(tx, ownerId);
  }

  async grantWelcomeBonus(tx: LedgerTx, ownerId: string): Promise<void> {
    const wallet = await this.requireWallet(tx, ownerId);
    const amount = BigInt(ECONOMY.welcomeBonusMicrocoins);
    await this.post(tx, 'welcome', ownerId, [
      { debit: coinAccount('promotions'), credit: userAccount(wallet, 'bonus'), amount, kind: KIND.welcomeBonus },
    ]);
  }

  /** What the buyer owes is settled first, in the same journal. */
  async creditPurchase(tx: LedgerTx, { ownerId, paymentId, cash, ...bought }: Purchase): Promise<bigint> {
    await this.clawbacks.lock(tx, [ownerId]);
    const { id: wallet, receivable } = await this.clawbacks.purse(tx, ownerId);
    const settled = least(receivable, bought.coinsMicrocoins);
    const transfers: TransferInput[] = [
      {
        debit: fiatAccount(cash.currency, cash.account),
        credit: fiatAccount(cash.currency, 'coinLiability'),
        amount: BigInt(cash.amountMinor),
        kind: KIND.purchaseCash,
      },
      {
        debit: coinAccount('issued'),
        credit: userAccount(wallet, 'coins'),
        amount: bought.coinsMicrocoins,
        kind: KIND.purchaseCoins,
      },
      {
        debit: coinAccount('promotions'),
        credit: userAccount(wallet, 'bonus'),
        amount: bought.bonusMicrocoins,
        kind: KIND.purchaseBonus,
      },
    ];
    const settling: TransferInput = {
      debit: userAccount(wallet, 'coins'),
      credit: userAccount(wallet, 'receivable'),
      amount: settled,
      kind: KIND.debtSettled,
    };
    return this.post(tx, 'payment', paymentId, transfers, settled > 0n ? [settling] : []);
  }

  /**
   * Posts under a key of the platform; a second post of the same thing answers with the first one's journal, whatever then `followed` from it.
   */
  private async post(
    tx: LedgerTx,
    scope: string,
    name: string,
    asked: readonly TransferInput[],
    followed: readonly TransferInput[] = [],
  ): Promise<bigint> {
    const due = asked.filter((transfer) => transfer.amount > 0n);
    const request = due.map((transfer) => `${transfer.debit}>${transfer.credit}:${transfer.amount}`);
    const result = await this.ledger.post(tx, {
      owner: BOOK.COIN,
      key: ledgerKey(scope, name),
      requestHash: requestHash(request),
      transfers: [...due, ...followed],
    });
    if ((result.outcome === 'posted' || result.outcome === 'duplicate') && result.journal !== null)
      return result.journal;
    throw new Error(`the ledger answered ${result.outcome} to ${scope}`);
  }

  private async requireWallet(tx: LedgerTx, ownerId: string): Promise<bigint> {
    const wallet = await this.ledger.walletId(tx, ownerId);
    if (wallet === undefined) throw new Error('this user has no wallet');
    return wallet;
  }
}
