import { Injectable } from '@nestjs/common';
import { PAYOUT_RULES, PAYOUT_TERMS } from '@troupe/contracts/economy';
import { paymentProviderName } from '@troupe/contracts/http/payment';
import type { Payout, PayoutRequest, PayoutReviewReason } from '@troupe/contracts/http/payout';
import { fiatCurrency } from '@troupe/contracts/money';
import { type Tx, UnitOfWork } from '@troupe/database';
import { newId } from '../../../platform/ids/ids.ts';
import { CoinFacade, ledgerKey, type PayoutStanding, requestHash, requireAmount } from '../../coin/index.ts';
import { PayoutProviders } from '../providers/payout-providers.ts';
import { type DestinationRow, DestinationsRepository } from './destinations.repository.ts';
import { payableOf } from './domain/payable.ts';
import { type Quote, quote } from './domain/quote.ts';
import { JudgePayoutService } from './judge-payout.service.ts';
import { PayoutVault } from './payout-vault.ts';
import * as errors from './payouts.errors.ts';
import { toPayout } from './payouts.presenter.ts';
import { type PayoutRow, PayoutsRepository } from './payouts.repository.ts';

const RANGE = { minMicrocoins: 1, maxMicrocoins: PAYOUT_RULES.requestMaxMicrocoins };

interface Wish {
  userId: string;
  key: string;
  requestHash: bigint;
  /** Microcoins; all that there is when it names none. */
  amount: bigint | 'all';
  destinationId: string;
}

@Injectable()
export class RequestPayoutService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PayoutsRepository,
    private readonly destinations: DestinationsRepository,
    private readonly judge: JudgePayoutService,
    private readonly coin: CoinFacade,
    private readonly providers: PayoutProviders,
    private readonly vault: PayoutVault,
  ) {}

  /**
   * Sets earnings aside and freezes the terms. The same key with the same request is done once and answered with that payout as it stands. Throws
   * `not_found` for a destination that isn't theirs, `payout_destination_unverified`, `payout_profile_required`, `payout_related_payer`,
   * `receivable_open`, `spending_blocked`, `insufficient_earnings`, `payout_below_minimum`, `amount_out_of_range`, `amount_not_whole`,
   * `payouts_unavailable` or `idempotency_key_reused`.
   */
  async request(userId: string, idempotencyKey: string, request: PayoutRequest): Promise<Payout> {
    const { amountMicrocoins, destinationId } = request;
    const amount: Wish['amount'] = amountMicrocoins === undefined ? 'all' : requireAmount(amountMicrocoins, RANGE);
    const named = {
      key: ledgerKey('api', idempotencyKey),
      requestHash: requestHash(['payout', amount.toString(), destinationId]),
    };
    const wish: Wish = { userId, ...named, amount, destinationId };
    const earlier = await this.earlier(wish);
    if (earlier !== undefined) return toPayout(earlier);
    const judged = await this.judged(userId);
    return toPayout(await this.unitOfWork.run('request-payout', (tx) => this.place(tx, wish, judged)));
  }

  /** What this key did before. Throws `idempotency_key_reused` when it was something else. */
  private async earlier({ userId, key, requestHash }: Wish, tx?: Tx): Promise<PayoutRow | undefined> {
    const found = await this.coin.findJournal(userId, key, tx);
    if (found === undefined) return undefined;
    if (found.requestHash !== requestHash) throw errors.keyReused();
    const row = await this.repository.findByRequest(found.journal, tx);
    if (row === null) throw new Error('the ledger set earnings aside for a payout that is not there');
    return row;
  }

  /** Judged before the wallet is locked, so what matures meanwhile isn't among it: the next payout starts where this judgement ended. */
  private async judged(userId: string): Promise<{ reasons: PayoutReviewReason[]; maturedUpto: bigint }> {
    if (!this.vault.isOpen) throw errors.payoutsUnavailable();
    if ((await this.destinations.profile(userId)) === null) throw errors.profileRequired();
    const maturedUpto = (await this.standing(userId)).maturedUpto;
    await this.judge.requireUnrelated(userId);
    return { reasons: await this.judge.reviewReasons(userId), maturedUpto };
  }

  private async place(
    tx: Tx,
    wish: Wish,
    judged: { reasons: PayoutReviewReason[]; maturedUpto: bigint },
  ): Promise<PayoutRow> {
    const { userId, destinationId, key, requestHash } = wish;
    const destination = await this.requireDestination(tx, userId, destinationId);
    await this.coin.lockWallet(tx, userId);
    // Two requests with one key: the second one finds here what the first one made of it.
    const earlier = await this.earlier(wish, tx);
    if (earlier !== undefined) return earlier;
    const standing = await this.standing(userId, tx);
    const offer = offerFor(wish.amount, standing, destination);
    const { amountMicrocoins, amountMinor, feeMinor, rateMicrosPerCoin } = offer;
    const { walletId } = standing;
    const posted = await this.coin.requestPayout(tx, { walletId, key, requestHash, amountMicrocoins });
    if (posted.outcome === 'blocked') throw errors.walletBlocked();
    if (posted.outcome !== 'posted' || posted.journal === null) {
      throw new Error(`the ledger answered ${posted.outcome} to a payout`);
    }
    const approvedAt = judged.reasons.length === 0 ? new Date() : null;
    const { provider, currency } = destination;
    const row = await this.repository.insert(tx, {
      id: newId(),
      userId,
      wallet: walletId,
      destinationId,
      ...{ amountMicrocoins, amountMinor, feeMinor, rateMicrosPerCoin, provider, currency },
      reviewReasons: judged.reasons,
      maturedUpto: judged.maturedUpto,
      requestJournal: posted.journal,
      approvedAt,
      dueAt: approvedAt,
    });
    await this.repository.note(tx, row.id, 'requested', { by: 'creator', actorId: userId });
    return row;
  }

  private async requireDestination(tx: Tx, userId: string, destinationId: string): Promise<DestinationRow> {
    await this.destinations.hold(tx, destinationId);
    const destination = await this.destinations.findOwn(userId, destinationId, tx);
    if (destination === null) throw errors.destinationNotFound();
    if (destination.status !== 'verified') throw errors.destinationUnverified();
    if (this.providers.find(destination.provider) === undefined) throw errors.payoutsUnavailable();
    return destination;
  }

  private async standing(userId: string, tx?: Tx): Promise<PayoutStanding> {
    const standing = await this.coin.payoutStanding(userId, PAYOUT_RULES.reserveDays, tx);
    if (standing === undefined) throw new Error('this user has no wallet');
    return standing;
  }
}

/** What an amount brings on today's terms, or why it can't be had. */
function offerFor(amount: bigint | 'all', standing: PayoutStanding, destination: DestinationRow): Quote {
  if (standing.suspended) throw errors.walletBlocked();
  if (standing.receivable > 0n) throw errors.receivableOpen();
  const payable = payableOf(standing);
  const wanted = amount === 'all' ? payable : amount;
  if (wanted > payable) throw errors.notEnoughPayable(payable);
  const currency = fiatCurrency.parse(destination.currency);
  const terms = PAYOUT_TERMS[currency];
  const offer = quote(wanted, terms, paymentProviderName.parse(destination.provider));
  if (!offer.isEnough) throw errors.belowMinimum(offer, currency, terms.minimumMinor);
  return offer;
}
