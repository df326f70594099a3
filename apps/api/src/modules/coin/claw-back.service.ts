import { Injectable } from '@nestjs/common';
import type { FiatCurrency } from '@troupe/contracts/money';
import type { Tx } from '@troupe/database';
import { BOOK, FIAT_ACCOUNT, fiatAccount } from './ledger/accounts.ts';
import { type Due, planReturn, planTaking } from './ledger/clawback-plan.ts';
import { ClawbacksRepository } from './ledger/clawbacks.repository.ts';
import { ledgerKey, requestHash } from './ledger/keys.ts';
import { KIND } from './ledger/kinds.ts';
import { LedgerRepository } from './ledger/ledger.repository.ts';
import type { TransferInput } from './ledger/transfer.ts';

/** Shares that one taking looks at. Beyond it the rest is owed. */
const SHARES_MAX = 2_000;
/** A reply ends within minutes, and its sweeper comes within a lease: after that hardly anybody takes its charge back. */
const SETTLED_AFTER_MS = 3_600_000;

type LedgerTx = Pick<Tx, '$queryRawUnsafe' | '$executeRawUnsafe'>;

/** Where fiat is with a provider, and how much of it moves. */
export interface ProviderCash {
  account: Extract<keyof typeof FIAT_ACCOUNT, `cash${string}`>;
  currency: FiatCurrency;
  amountMinor: number;
}

export interface TakeBack {
  ownerId: string;
  /** Unique for good: the payment, and which of its takings. */
  name: string;
  due: Due;
  /** Whether creators' shares that still mature go too: for a dispute, not for a refund that we agreed to. */
  withShares: boolean;
  cash: ProviderCash;
}

export interface GiveBack {
  ownerId: string;
  name: string;
  /** The journals of the earlier takings and returns. */
  journals: readonly bigint[];
  due: Due;
  cash: ProviderCash;
}

export interface Clawed {
  journal: bigint;
  /** Whose balances or earnings changed. */
  touchedIds: string[];
}

/** Coins that follow money out again. All of it joins the caller's transaction, which has locked the payment; wallets are locked here. */
@Injectable()
export class ClawBackService {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly clawbacks: ClawbacksRepository,
  ) {}

  /** Posts what is due, and the fiat that it follows, as one journal. See `planTaking` for the order in which coins go. */
  async take(tx: LedgerTx, { ownerId, name, due, withShares, cash }: TakeBack): Promise<Clawed> {
    const before = await this.clawbacks.purse(tx, ownerId);
    const sharesOf = async () =>
      withShares ? this.clawbacks.maturingShares(tx, before.id, SETTLED_AFTER_MS, SHARES_MAX) : [];
    // Whose shares they are is known before the locks, what is left of them only after.
    const candidates = new Set((await sharesOf()).map((share) => share.ownerId));
    await this.clawbacks.lock(tx, [ownerId, ...candidates]);
    const [purse, shares] = [await this.clawbacks.purse(tx, ownerId), await sharesOf()];
    const taking = planTaking(
      due,
      { wallet: purse.id, coins: purse.coins, bonus: purse.bonus },
      shares.filter((share) => candidates.has(share.ownerId)),
    );
    const journal = await this.post(tx, 'clawback', name, [
      ...taking.transfers,
      ...cashTransfers(cash, 'coinLiability', cash.account, KIND.purchaseCashBack),
    ]);
    await this.clawbacks.noteTaken(tx, journal, taking.shares);
    const wallets = new Set(taking.shares.map((share) => share.wallet));
    const creators = shares.filter((share) => wallets.has(share.wallet)).map((share) => share.ownerId);
    return { journal, touchedIds: [...new Set([ownerId, ...creators])] };
  }

  /** Posts the return of some of what was taken, and the fiat that came again. A creator's share matures from today on. */
  async giveBack(tx: LedgerTx, { ownerId, name, journals, due, cash }: GiveBack): Promise<Clawed> {
    await this.clawbacks.lock(tx, [ownerId]);
    const [purse, posted] = [await this.clawbacks.purse(tx, ownerId), await this.clawbacks.legs(tx, journals)];
    const returning = planReturn(posted, due, purse.receivable);
    const journal = await this.post(tx, 'clawback-return', name, [
      ...returning,
      ...cashTransfers(cash, cash.account, 'coinLiability', KIND.purchaseCashAgain),
    ]);
    const creators = await this.clawbacks.noteReturned(tx, journal, purse.id, returning);
    return { journal, touchedIds: [...new Set([ownerId, ...creators])] };
  }

  /** What a provider kept for its work, or gave back of it when the amount is below zero; once per name. */
  async payFee(tx: LedgerTx, name: string, cash: ProviderCash): Promise<void> {
    const transfers =
      cash.amountMinor > 0
        ? cashTransfers(cash, 'providerFees', cash.account, KIND.providerFee)
        : cashTransfers({ ...cash, amountMinor: -cash.amountMinor }, cash.account, 'providerFees', KIND.providerFee);
    if (transfers.length > 0) await this.post(tx, 'provider-fee', name, transfers);
  }

  /** A second post of the same thing under one name answers with the first one's journal. */
  private async post(tx: LedgerTx, scope: string, name: string, transfers: TransferInput[]): Promise<bigint> {
    const result = await this.ledger.post(tx, {
      owner: BOOK.COIN,
      key: ledgerKey(scope, name),
      requestHash: requestHash(transfers.map(({ debit, credit, amount }) => `${debit}>${credit}:${amount}`)),
      transfers,
    });
    if ((result.outcome !== 'posted' && result.outcome !== 'duplicate') || result.journal === null) {
      throw new Error(`the ledger answered ${result.outcome} to ${scope}`);
    }
    return result.journal;
  }
}

function cashTransfers(
  { currency, amountMinor }: ProviderCash,
  from: keyof typeof FIAT_ACCOUNT,
  to: keyof typeof FIAT_ACCOUNT,
  kind: number,
): TransferInput[] {
  if (amountMinor === 0) return [];
  return [{ debit: fiatAccount(currency, from), credit: fiatAccount(currency, to), amount: BigInt(amountMinor), kind }];
}
