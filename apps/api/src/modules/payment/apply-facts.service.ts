import { Injectable } from '@nestjs/common';
import { paymentProviderName } from '@troupe/contracts/http/payment';
import { fiatCurrency } from '@troupe/contracts/money';
import type { Tx } from '@troupe/database';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { type Clawed, CoinFacade, type Due, type ProviderCash } from '../coin/index.ts';
import { nextAsk } from './domain/next-ask.ts';
import {
  type DisputeFact,
  furthest,
  type PaidFact,
  type PaymentFacts,
  type RefundFact,
} from './domain/payment-facts.ts';
import { coinsFor, statusAfter, stepsBetween, wentBack } from './domain/payment-state.ts';
import { isToBeHad } from './domain/promotion.ts';
import { PackRepository } from './pack.repository.ts';
import * as errors from './payment.errors.ts';
import { type LockedPayment, type PaymentChange, PaymentRepository } from './payment.repository.ts';
import { RiskSignals } from './payouts/risk-signals.service.ts';

const CASH_ACCOUNT = { sandbox: 'cashSandbox', stripe: 'cashStripe', razorpay: 'cashRazorpay' } as const;

const INT4_MAX = 2_147_483_647;

interface Heard {
  refunds: RefundFact[];
  disputes: DisputeFact[];
}

/**
 * The one door through which a payment hears anything: webhook, callback and reconciler are three feeders of it. What was told before, or comes late, changes
 * nothing; status, coins and what went back commit together.
 */
@Injectable()
export class ApplyFactsService {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly packs: PackRepository,
    private readonly coin: CoinFacade,
    private readonly signals: RiskSignals,
    private readonly failpoints: Failpoints,
  ) {}

  /**
   * Answers whose balances changed. The payment is locked by the caller's transaction. Throws `payment_mismatch`, before anything is written, for another amount
   * than was agreed, and for what can't be true of this payment.
   */
  async apply(tx: Tx, payment: LockedPayment, facts: PaymentFacts, now: Date): Promise<string[]> {
    requireAgreed(payment, facts.paid);
    requirePossible(facts);
    const heard = await this.hear(tx, payment, facts);
    const status = statusAfter(payment.status, facts);
    const { refundedMinor, disputedMinor } = wentBack(payment.amountMinor, heard.refunds, heard.disputes);
    const change: PaymentChange = { status, refundedMinor, disputedMinor, takenMinor: payment.takenMinor };
    if (status !== 'failed') change.failureCode = null;
    else if (facts.failed !== undefined) change.failureCode = facts.failed.code?.slice(0, 100).toWellFormed() ?? null;
    const touched = new Set<string>();
    if (status === 'succeeded') {
      const isFirst = payment.journalId === null;
      const bonus = isFirst ? await this.credit(tx, payment, change, now) : bonusOfPayment(payment);
      if (isFirst) touched.add(payment.userId);
      const instrument = facts.paid?.instrument ?? null;
      if (instrument !== null) await this.signals.note(payment.userId, 'card', instrument, tx);
      await this.payFees(tx, payment, facts.paid, heard.disputes, change);
      for (const id of await this.follow(tx, payment, bonus, change)) touched.add(id);
    }
    await this.payments.save(tx, payment.id, change);
    return [...touched];
  }

  /** Keeps what was told of refunds and disputes, and answers all that is known of them now. */
  private async hear(tx: Tx, payment: LockedPayment, facts: PaymentFacts): Promise<Heard> {
    const heard = furthest(payment, facts);
    const isNews = (fact: RefundFact | DisputeFact) => ![...payment.refunds, ...payment.disputes].includes(fact);
    const [refunds, disputes] = [heard.refunds.filter(isNews), heard.disputes.filter(isNews)];
    const refs = [...refunds, ...disputes].map(({ ref }) => ref);
    if (refs.length > 0 && (await this.payments.isToldElsewhere(tx, payment.provider, payment.id, refs))) {
      throw errors.paymentMismatch();
    }
    for (const refund of refunds) await this.payments.saveRefund(tx, payment.provider, payment.id, refund);
    for (const dispute of disputes) await this.payments.saveDispute(tx, payment.provider, payment.id, dispute);
    return heard;
  }

  /** Posts the purchase, with the promotion if it is still to be had: checkouts that were opened at once can't all be a first purchase. Answers the bonus. */
  private async credit(tx: Tx, payment: LockedPayment, change: PaymentChange, now: Date): Promise<bigint> {
    const promised = await this.promised(tx, payment);
    if (payment.promotion !== null && promised === 0n) {
      change.promotionId = null;
      change.promotionMicrocoins = 0n;
    }
    const bonusMicrocoins = payment.bonusMicrocoins + promised;
    if (this.failpoints.armed) await this.failpoints.reach('webhook.before-credit');
    change.journalId = await this.coin.creditPurchase(tx, {
      ownerId: payment.userId,
      paymentId: payment.id,
      coinsMicrocoins: payment.coinsMicrocoins,
      bonusMicrocoins,
      cash: cashOf(payment, payment.amountMinor),
    });
    if (this.failpoints.armed) await this.failpoints.reach('webhook.after-credit');
    change.settledAt = now;
    change.askAt = nextAsk('succeeded', now, now);
    return bonusMicrocoins;
  }

  private async promised(tx: Tx, payment: LockedPayment): Promise<bigint> {
    if (payment.promotion === null) return 0n;
    const { promotion, ...uses } = await this.packs.usesUnderLock(tx, payment.promotion.id, payment.userId);
    return isToBeHad(promotion, uses) ? payment.promotionMicrocoins : 0n;
  }

  private async payFees(
    tx: Tx,
    payment: LockedPayment,
    paid: PaidFact | undefined,
    disputes: readonly DisputeFact[],
    change: PaymentChange,
  ): Promise<void> {
    if (payment.feeMinor === null && paid?.feeMinor != null) {
      change.feeMinor = paid.feeMinor;
      await this.coin.payProviderFee(tx, `payment:${payment.id}`, cashOf(payment, paid.feeMinor));
    }
    for (const { ref, feeMinor } of disputes) {
      const known = payment.journalId === null ? undefined : payment.disputes.find((dispute) => dispute.ref === ref);
      const [before, now] = [known?.feeMinor ?? 0, feeMinor ?? 0];
      // A dispute that is won may bring its fee back.
      const name = `dispute:${payment.provider}:${ref}:${before}>${now}`;
      if (now !== before) await this.coin.payProviderFee(tx, name, cashOf(payment, now - before));
    }
  }

  /** Lets coins follow the money that went back or came again since the last time. */
  private async follow(tx: Tx, payment: LockedPayment, bonus: bigint, change: PaymentChange): Promise<string[]> {
    const touched: string[] = [];
    // Before there were coins, none could follow.
    const before = payment.journalId === null ? { refundedMinor: 0, disputedMinor: 0 } : payment;
    for (const { movedMinor, withShares } of stepsBetween(before, change)) {
      const { journal, touchedIds } = await this.step(tx, payment, bonus, change.takenMinor, movedMinor, withShares);
      if (this.failpoints.armed) await this.failpoints.reach('webhook.after-clawback');
      await this.payments.addClawback(tx, payment.id, journal, movedMinor);
      change.takenMinor += movedMinor;
      touched.push(...touchedIds);
    }
    return touched;
  }

  private async step(
    tx: Tx,
    payment: LockedPayment,
    bonus: bigint,
    takenMinor: number,
    movedMinor: number,
    withShares: boolean,
  ): Promise<Clawed> {
    const bought = { amountMinor: payment.amountMinor, coins: payment.coinsMicrocoins, bonus };
    const [before, after] = [coinsFor(takenMinor, bought), coinsFor(takenMinor + movedMinor, bought)];
    const journals = await this.payments.clawbacks(tx, payment.id);
    const common = {
      ownerId: payment.userId,
      name: `${payment.id}:${journals.length + 1}`,
      cash: cashOf(payment, Math.abs(movedMinor)),
    };
    const less = (a: Due, b: Due): Due => ({ coins: a.coins - b.coins, bonus: a.bonus - b.bonus });
    return movedMinor > 0
      ? this.coin.takeBack(tx, { ...common, due: less(after, before), withShares })
      : this.coin.giveBack(tx, { ...common, due: less(before, after), journals });
  }
}

const bonusOfPayment = (payment: LockedPayment): bigint => payment.bonusMicrocoins + payment.promotionMicrocoins;

const cashOf = (payment: LockedPayment, amountMinor: number): ProviderCash => ({
  account: CASH_ACCOUNT[paymentProviderName.parse(payment.provider)],
  currency: fiatCurrency.parse(payment.currency),
  amountMinor,
});

/** The provider says what was paid; anything but the agreed price is not this payment. */
function requireAgreed(payment: LockedPayment, paid: PaidFact | undefined): void {
  if (paid === undefined) return;
  if (paid.currency !== payment.currency || paid.amountMinor !== payment.amountMinor) throw errors.paymentMismatch();
}

/** What the database and the sums have room for. An amount of nothing is none. */
function requirePossible({ paid, refunds = [], disputes = [] }: PaymentFacts): void {
  const amounts = [...refunds, ...disputes].map(({ amountMinor }) => amountMinor);
  const fees = [paid, ...disputes].map((fact) => fact?.feeMinor ?? 0);
  const isAmount = (minor: number) => Number.isInteger(minor) && minor >= 0 && minor <= INT4_MAX;
  if (![...amounts, ...fees].every(isAmount) || amounts.includes(0)) throw errors.paymentMismatch();
}
