import { Injectable } from '@nestjs/common';
import type { PaymentProviderName } from '@troupe/contracts/http/payment';
import type { FiatCurrency } from '@troupe/contracts/money';
import type { Tx } from '@troupe/database';
import { BOOK, coinAccount, type FIAT_ACCOUNT, fiatAccount, userAccount } from './ledger/accounts.ts';
import { ledgerKey, requestHash } from './ledger/keys.ts';
import { KIND } from './ledger/kinds.ts';
import { LedgerRepository } from './ledger/ledger.repository.ts';
import type { TransferInput } from './ledger/transfer.ts';

type LedgerTx = Pick<Tx, '$queryRawUnsafe'>;
type FiatAccount = keyof typeof FIAT_ACCOUNT;

/** The terms of a payout as its row has them: the same in every posting about it. */
export interface PayoutMoney {
  payoutId: string;
  walletId: bigint;
  amountMicrocoins: bigint;
  /** What arrives. */
  amountMinor: bigint;
  /** What is withheld for the provider's price. */
  feeMinor: bigint;
  currency: FiatCurrency;
  provider: PaymentProviderName;
}

export interface PayoutRequested {
  walletId: bigint;
  key: string;
  requestHash: bigint;
  amountMicrocoins: bigint;
}

const CASH = { stripe: 'cashStripe', razorpay: 'cashRazorpay', sandbox: 'cashSandbox' } as const;
const PAYOUTS = { stripe: 'payoutsStripe', razorpay: 'payoutsRazorpay', sandbox: 'payoutsSandbox' } as const;

/** The journals of a payout, one a change of its state; each joins the transaction that moves the payout's row. */
@Injectable()
export class PostPayoutsService {
  constructor(private readonly ledger: LedgerRepository) {}

  async request(tx: LedgerTx, { walletId, amountMicrocoins, ...named }: PayoutRequested) {
    const transfers = [
      {
        debit: userAccount(walletId, 'earnings'),
        credit: userAccount(walletId, 'payoutInFlight'),
        amount: amountMicrocoins,
        kind: KIND.payoutRequested,
      },
    ];
    // Under the creator's own key: a wallet that is blocked is refused.
    return this.ledger.post(tx, { owner: walletId, ...named, transfers });
  }

  async release(tx: LedgerTx, money: PayoutMoney): Promise<bigint> {
    return this.post(tx, money, 'released', [coinsBack(money)]);
  }

  async send(tx: LedgerTx, money: PayoutMoney): Promise<bigint> {
    const { amountMinor, feeMinor } = money;
    return this.post(tx, money, 'sent', [
      fiat(money, 'coinLiability', PAYOUTS[money.provider], amountMinor, KIND.payoutSent),
      fiat(money, 'coinLiability', 'providerFees', feeMinor, KIND.payoutFeeWithheld),
    ]);
  }

  async complete(tx: LedgerTx, money: PayoutMoney, providerFeeMinor: bigint): Promise<bigint> {
    const cash = CASH[money.provider];
    return this.post(tx, money, 'paid', [
      {
        debit: userAccount(money.walletId, 'payoutInFlight'),
        credit: coinAccount('issued'),
        amount: money.amountMicrocoins,
        kind: KIND.payoutPaidCoins,
      },
      fiat(money, PAYOUTS[money.provider], cash, money.amountMinor, KIND.payoutPaidCash),
      fiat(money, 'providerFees', cash, providerFeeMinor, KIND.payoutProviderFee),
    ]);
  }

  async return(tx: LedgerTx, money: PayoutMoney, wasPaid: boolean): Promise<bigint> {
    const from = wasPaid ? CASH[money.provider] : PAYOUTS[money.provider];
    const reissued = {
      debit: coinAccount('issued'),
      credit: userAccount(money.walletId, 'payoutInFlight'),
      amount: money.amountMicrocoins,
      kind: KIND.payoutReissued,
    };
    return this.post(tx, money, 'returned', [
      // By way of the account that only payouts touch: a history finds them there.
      ...(wasPaid ? [reissued] : []),
      coinsBack(money),
      fiat(money, from, 'coinLiability', money.amountMinor, KIND.payoutReturnedCash),
      fiat(money, 'providerFees', 'coinLiability', money.feeMinor, KIND.payoutFeeGivenBack),
    ]);
  }

  private async post(
    tx: LedgerTx,
    { payoutId }: PayoutMoney,
    step: string,
    parts: readonly TransferInput[],
  ): Promise<bigint> {
    const transfers = parts.filter((transfer) => transfer.amount > 0n);
    const request = transfers.map(({ debit, credit, amount }) => `${debit}>${credit}:${amount}`);
    const result = await this.ledger.post(tx, {
      owner: BOOK.COIN,
      key: ledgerKey(`payout-${step}`, payoutId),
      requestHash: requestHash(request),
      transfers,
    });
    // The row's compare-and-set lets each step happen once, so a duplicate is no answer either.
    if (result.outcome === 'posted' && result.journal !== null) return result.journal;
    throw new Error(`the ledger answered ${result.outcome} to a payout that is ${step}`);
  }
}

const coinsBack = ({ walletId, amountMicrocoins }: PayoutMoney): TransferInput => ({
  debit: userAccount(walletId, 'payoutInFlight'),
  credit: userAccount(walletId, 'earnings'),
  amount: amountMicrocoins,
  kind: KIND.payoutReleased,
});

const fiat = (
  { currency }: PayoutMoney,
  from: FiatAccount,
  to: FiatAccount,
  amount: bigint,
  kind: number,
): TransferInput => ({ debit: fiatAccount(currency, from), credit: fiatAccount(currency, to), amount, kind });
