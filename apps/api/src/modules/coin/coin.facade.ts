import { Injectable } from '@nestjs/common';
import type { EarningsDay, EarningsEntry } from '@troupe/contracts/http/analytics';
import type { Balance } from '@troupe/contracts/http/coin';
import type { Tx } from '@troupe/database';
import { type ChargeSubjectSource, ChargeSubjects } from './charge-subjects.ts';
import { ClawBackService, type Clawed, type GiveBack, type ProviderCash, type TakeBack } from './claw-back.service.ts';
import { Directory, type PeopleSource, type StageSource } from './directory.ts';
import { LedgerRepository } from './ledger/ledger.repository.ts';
import { type PayoutStanding, PayoutsRepository } from './ledger/payouts.repository.ts';
import { PostCreditsService, type Purchase } from './post-credits.service.ts';
import { type PayoutMoney, type PayoutRequested, PostPayoutsService } from './post-payouts.service.ts';
import { PushBalancesService } from './push-balances.service.ts';
import { type EarningsBalances, ReadEarningsService } from './read-earnings.service.ts';
import { ReadWalletService } from './read-wallet.service.ts';
import { VerifyLedgerService } from './verify-ledger.service.ts';

type LedgerTx = Pick<Tx, '$queryRawUnsafe' | '$executeRawUnsafe'>;

/**
 * Coins for other modules. A charge is not here: it commits together with the rows it pays for, so the module that charges composes
 * `ledger_charge` and `ledger_reverse` in its own statement (ADR 3).
 */
@Injectable()
export class CoinFacade {
  constructor(
    private readonly wallets: ReadWalletService,
    private readonly earnings: ReadEarningsService,
    private readonly credits: PostCreditsService,
    private readonly clawing: ClawBackService,
    private readonly pushing: PushBalancesService,
    private readonly subjects: ChargeSubjects,
    private readonly ledger: LedgerRepository,
    private readonly directory: Directory,
    private readonly payouts: PostPayoutsService,
    private readonly payoutReads: PayoutsRepository,
    private readonly verification: VerifyLedgerService,
  ) {}

  /** Opens the wallet of a new user; joins the caller's transaction; a second call changes nothing. */
  async openWallet(tx: LedgerTx, ownerId: string): Promise<void> {
    await this.credits.openWallet(tx, ownerId);
  }

  /** Posts the welcome bonus, once per user for good; joins the caller's transaction. */
  async grantWelcomeBonus(tx: LedgerTx, ownerId: string): Promise<void> {
    await this.credits.grantWelcomeBonus(tx, ownerId);
  }

  /**
   * Posts a purchase: fiat and coins, balanced each; joins the caller's transaction.
   * Once per payment id: a second call with the same amounts returns the first journal, with other amounts it throws.
   */
  async creditPurchase(tx: LedgerTx, purchase: Purchase): Promise<bigint> {
    return this.credits.creditPurchase(tx, purchase);
  }

  /**
   * Takes coins back for money that went back, and posts the fiat that it follows; joins the caller's transaction, in which the payment is locked.
   * What isn't there any more is owed, and who owes can't spend.
   */
  async takeBack(tx: LedgerTx, taking: TakeBack): Promise<Clawed> {
    return this.clawing.take(tx, taking);
  }

  /** Returns some of what was taken, when money came again; joins the caller's transaction. */
  async giveBack(tx: LedgerTx, giving: GiveBack): Promise<Clawed> {
    return this.clawing.giveBack(tx, giving);
  }

  /** Posts what a provider kept, or gave back of it when the amount is below zero, once per name; joins the caller's transaction. */
  async payProviderFee(tx: LedgerTx, name: string, cash: ProviderCash): Promise<void> {
    await this.clawing.payFee(tx, name, cash);
  }

  /** What a user has, as of now. Throws `not_found` for a user without a wallet. */
  async balance(ownerId: string): Promise<Balance> {
    return this.wallets.balance(ownerId);
  }

  /** Tells a user's open pages what they have now. Never throws: the coins have moved, whether or not anybody hears of it. */
  async pushBalance(ownerId: string): Promise<void> {
    await this.pushing.push(ownerId);
  }

  /** The journal that a key of this user posted before, with the hash of what was asked then; undefined for a new key. In the caller's transaction where one is given. */
  async findJournal(
    ownerId: string,
    key: string,
    tx?: LedgerTx,
  ): Promise<{ journal: bigint; requestHash: bigint } | undefined> {
    return this.ledger.journalOfKey(ownerId, key, tx);
  }

  /** What a charge gave its creator, in microcoins: of bought coins and of bonus. */
  async creatorShares(journal: bigint): Promise<{ payable: bigint; promotional: bigint }> {
    return this.ledger.creatorShares(journal);
  }

  async earningsBalances(creatorId: string): Promise<EarningsBalances> {
    return this.earnings.balances(creatorId);
  }

  /** Earnings by UTC day since `since`, oldest first, days without any left out. */
  async earningsByDay(creatorId: string, since: Date): Promise<EarningsDay[]> {
    return this.earnings.byDay(creatorId, since);
  }

  async recentEarnings(creatorId: string, limit: number): Promise<EarningsEntry[]> {
    return this.earnings.recent(creatorId, limit);
  }

  /** Takes a wallet's lock in the caller's transaction: nothing else moves its earnings until that ends. */
  async lockWallet(tx: LedgerTx, ownerId: string): Promise<void> {
    await this.payoutReads.lockWallet(tx, ownerId);
  }

  /**
   * What a creator has on its way to a payout; `recentlyMatured` counts so many days back. In the caller's transaction where one is given.
   * Undefined for a user without a wallet.
   */
  async payoutStanding(ownerId: string, reserveDays: number, tx?: LedgerTx): Promise<PayoutStanding | undefined> {
    return this.payoutReads.standing(ownerId, reserveDays, tx);
  }

  /**
   * Sets matured earnings aside for a payout; joins the caller's transaction, locks the wallet. Under a key of the creator's:
   * `duplicate` comes with the first journal, and the refusals of the ledger (`reused`, `blocked`, `insufficient`) write nothing.
   */
  async requestPayout(tx: LedgerTx, requested: PayoutRequested) {
    return this.payouts.request(tx, requested);
  }

  /** Gives back the earnings of a payout that was not sent. This and the verbs below post once per payout for good, and throw when asked again. */
  async releasePayout(tx: LedgerTx, money: PayoutMoney): Promise<bigint> {
    return this.payouts.release(tx, money);
  }

  /** The fiat half of a payout that is being sent: from what is owed for coins to what is on its way. */
  async sendPayout(tx: LedgerTx, money: PayoutMoney): Promise<bigint> {
    return this.payouts.send(tx, money);
  }

  /** The coins are gone, the money has left, and the provider took its price. */
  async completePayout(tx: LedgerTx, money: PayoutMoney, providerFeeMinor: bigint): Promise<bigint> {
    return this.payouts.complete(tx, money, providerFeeMinor);
  }

  /** Undoes both halves of a payout that was sent, or paid, and came back. What the provider took stays taken. */
  async returnPayout(tx: LedgerTx, money: PayoutMoney, wasPaid: boolean): Promise<bigint> {
    return this.payouts.return(tx, money, wasPaid);
  }

  /** Of the shares that matured after a journal: the whole, and what came from the so many payers who paid most. Microcoins. */
  async payersOf(creatorId: string, afterJournal: bigint, most: number): Promise<{ total: bigint; largest: bigint }> {
    return this.payoutReads.payers(creatorId, afterJournal, most);
  }

  /** Those of these users who paid this creator with bought coins after a journal. */
  async paidBy(creatorId: string, userIds: readonly string[], afterJournal: bigint): Promise<string[]> {
    return this.payoutReads.paidBy(creatorId, userIds, afterJournal);
  }

  /** Has the check of the books run another statement as well, which answers its faults as (fault, subject, detail). */
  registerBooksCheck(statement: string): void {
    this.verification.register(statement);
  }

  /** Lets history and receipts name what was charged for. One source: the chat. */
  registerChargeSubjects(source: ChargeSubjectSource): void {
    this.subjects.register(source);
  }

  /** Lets coins be sent to handles, and histories name people. One source: what knows the users. */
  registerPeople(source: PeopleSource): void {
    this.directory.registerPeople(source);
  }

  /** Lets personas and creators be tipped. One source: what knows the personas. */
  registerStage(source: StageSource): void {
    this.directory.registerStage(source);
  }
}
