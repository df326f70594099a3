import { Injectable } from '@nestjs/common';
import type { PayoutReviewReason, PayoutStatus } from '@troupe/contracts/http/payout';
import type { Tx } from '@troupe/database';
import { CoinFacade } from '../../coin/index.ts';
import type { PayoutFacts } from '../domain/payout-facts.ts';
import { moneyOf } from './payouts.presenter.ts';
import { type PayoutChange, type PayoutRow, PayoutsRepository } from './payouts.repository.ts';

/** Why a payout comes back. */
export interface Return {
  failureCode: string | null;
  providerRef: string | null;
}

/**
 * The steps of a payout: its row, its journal and its trail in the caller's transaction, which has locked the row. A row that isn't in the state it was
 * read in is a fault: everything is rolled back.
 */
@Injectable()
export class MovePayoutService {
  constructor(
    private readonly repository: PayoutsRepository,
    private readonly coin: CoinFacade,
  ) {}

  async cancel(tx: Tx, row: PayoutRow): Promise<void> {
    const endJournal = await this.coin.releasePayout(tx, moneyOf(row));
    await this.change(tx, row, { status: 'cancelled', endJournal, endedAt: new Date(), dueAt: null });
    await this.repository.note(tx, row.id, 'cancelled', { by: 'creator', actorId: row.userId });
  }

  async reject(tx: Tx, row: PayoutRow, adminId: string, reason: string): Promise<void> {
    const endJournal = await this.coin.releasePayout(tx, moneyOf(row));
    const now = new Date();
    await this.change(tx, row, { status: 'rejected', endJournal, endedAt: now, rejectionReason: reason, dueAt: null });
    await this.repository.note(tx, row.id, 'rejected', { by: 'admin', actorId: adminId }, { reason });
  }

  async approve(tx: Tx, row: PayoutRow, adminId: string): Promise<void> {
    const now = new Date();
    await this.change(tx, row, { approvedAt: now, dueAt: now });
    await this.repository.note(tx, row.id, 'approved', { by: 'admin', actorId: adminId });
  }

  /** Approved, and not to be sent as things are: a person has to look again. */
  async holdBack(tx: Tx, row: PayoutRow, reason: PayoutReviewReason): Promise<void> {
    const reviewReasons = [...new Set([...row.reviewReasons, reason])];
    await this.change(tx, row, { approvedAt: null, dueAt: null, reviewReasons });
    await this.repository.note(tx, row.id, 'held_back', { by: 'platform' }, { reason });
  }

  /** Written before the provider is called: what was sent is in the books, whatever becomes of this process. `dueAt`: when somebody else is to look. */
  async send(tx: Tx, row: PayoutRow, dueAt: Date): Promise<void> {
    const sentJournal = await this.coin.sendPayout(tx, moneyOf(row));
    await this.change(tx, row, { status: 'in_flight', sentJournal, sentAt: new Date(), dueAt, attempts: 1 });
    await this.repository.note(tx, row.id, 'sent', { by: 'platform' });
  }

  async complete(tx: Tx, row: PayoutRow, facts: PayoutFacts): Promise<void> {
    // A provider that says nothing of its price took the one that we know.
    const providerFeeMinor = facts.feeMinor === null ? row.feeMinor : BigInt(facts.feeMinor);
    const paidJournal = await this.coin.completePayout(tx, moneyOf(row), providerFeeMinor);
    const providerRef = row.providerRef ?? facts.ref;
    await this.change(tx, row, {
      status: 'paid',
      ...{ paidJournal, providerFeeMinor, providerRef },
      paidAt: new Date(),
      dueAt: null,
    });
    await this.repository.note(tx, row.id, 'paid', { by: 'platform' });
  }

  /** From in flight, or from paid: a bank may return it days later. */
  async return(tx: Tx, row: PayoutRow, { failureCode, providerRef }: Return): Promise<void> {
    const endJournal = await this.coin.returnPayout(tx, moneyOf(row), row.status === 'paid');
    await this.change(tx, row, {
      status: 'returned',
      ...{ endJournal, failureCode, providerRef: row.providerRef ?? providerRef },
      endedAt: new Date(),
      dueAt: null,
    });
    await this.repository.note(tx, row.id, 'returned', { by: 'platform' }, { code: failureCode ?? 'unknown' });
  }

  private async change(tx: Tx, row: PayoutRow, change: PayoutChange & { status?: PayoutStatus }): Promise<void> {
    const isMoved = await this.repository.change(tx, row.id, row.status, change);
    if (!isMoved) throw new Error(`payout ${row.id} is not ${row.status} any more`);
  }
}
