import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import type { FiatCurrency } from '@troupe/contracts/money';
import type { Tx } from '@troupe/database';
import { BOOK, coinAccount, fiatAccount, userAccount } from './ledger/accounts.ts';
import { ledgerKey, requestHash } from './ledger/keys.ts';
import { KIND } from './ledger/kinds.ts';
import { LedgerRepository, type TransferInput } from './ledger/ledger.repository.ts';

export interface Purchase {
  ownerId: string;
  paymentId: string;
  coinsMicrocoins: bigint;
  bonusMicrocoins: bigint;
  currency: FiatCurrency;
  amountMinor: number;
}

type LedgerTx = Pick<Tx, '$queryRawUnsafe' | '$executeRawUnsafe'>;

@Injectable()
export class PostCreditsService {
  constructor(private readonly ledger: LedgerRepository) {}

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

  async creditPurchase(tx: LedgerTx, purchase: Purchase): Promise<bigint> {
    const wallet = await this.requireWallet(tx, purchase.ownerId);
    const transfers: TransferInput[] = [
      {
        debit: fiatAccount(purchase.currency, 'cashSandbox'),
        credit: fiatAccount(purchase.currency, 'coinLiability'),
        amount: BigInt(purchase.amountMinor),
        kind: KIND.purchaseCash,
      },
      {
        debit: coinAccount('issued'),
        credit: userAccount(wallet, 'coins'),
        amount: purchase.coinsMicrocoins,
        kind: KIND.purchaseCoins,
      },
      {
        debit: coinAccount('promotions'),
        credit: userAccount(wallet, 'bonus'),
        amount: purchase.bonusMicrocoins,
        kind: KIND.purchaseBonus,
      },
    ];
    return this.post(
      tx,
      'payment',
      purchase.paymentId,
      transfers.filter((transfer) => transfer.amount > 0n),
    );
  }

  /** Posts under a key of the platform; a second post of the same thing answers with the first one's journal. */
  private async post(tx: LedgerTx, scope: string, name: string, transfers: TransferInput[]): Promise<bigint> {
    const request = transfers.map((transfer) => `${transfer.debit}>${transfer.credit}:${transfer.amount}`);
    const result = await this.ledger.post(tx, {
      owner: BOOK.COIN,
      key: ledgerKey(scope, name),
      requestHash: requestHash(request),
      transfers,
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
