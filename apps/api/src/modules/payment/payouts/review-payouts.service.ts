import { Injectable } from '@nestjs/common';
import type { AdminPayout, AdminPayoutsPage, AdminPayoutsQuery } from '@troupe/contracts/http/payout';
import { type Tx, UnitOfWork } from '@troupe/database';
import { z } from 'zod';
import { writeAudit } from '../../../platform/audit/audit-trail.ts';
import { decodeCursor, encodeCursor } from '../../../platform/ids/cursor.ts';
import { JudgePayoutService } from './judge-payout.service.ts';
import { MovePayoutService } from './move-payout.service.ts';
import * as errors from './payouts.errors.ts';
import { toAdminPayout } from './payouts.presenter.ts';
import { type PayoutRow, PayoutsRepository } from './payouts.repository.ts';

/** What became known since the request counts too. */
const OBJECTIONS = {
  wallet_suspended: errors.walletBlocked,
  receivable_open: errors.receivableOpen,
  related_payer: errors.relatedPayer,
} as const;

/** The admins' side. Each decision leaves an entry in the audit trail, with the reason where there is one. */
@Injectable()
export class ReviewPayoutsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PayoutsRepository,
    private readonly judge: JudgePayoutService,
    private readonly moves: MovePayoutService,
  ) {}

  async list({ state, cursor, limit }: AdminPayoutsQuery): Promise<AdminPayoutsPage> {
    const position = cursor === undefined ? undefined : decodeCursor(z.uuid(), cursor);
    const rows = await this.repository.listByState(state, position, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map(toAdminPayout), nextCursor: rows.length > limit && last ? encodeCursor(last.id) : null };
  }

  /**
   * Lets it be sent; again for one that is approved changes nothing. Throws `not_found`, `payout_already_decided`, and what no review can approve:
   * `payout_related_payer`, `spending_blocked`, `receivable_open`.
   */
  async approve(adminId: string, payoutId: string): Promise<AdminPayout> {
    const found = await this.repository.find(payoutId);
    if (found === null) throw errors.payoutNotFound();
    const objection = found.approvedAt === null ? await this.judge.objection(found) : undefined;
    if (objection !== undefined) throw OBJECTIONS[objection]();
    return this.decide(payoutId, async (tx, row) => {
      if (row.approvedAt !== null) return;
      if (row.status !== 'requested') throw errors.payoutAlreadyDecided();
      await this.moves.approve(tx, row, adminId);
      await writeAudit(tx, { actorId: adminId, action: 'payout.approved', subjectId: payoutId, detail: {} });
    });
  }

  /** Gives the earnings back; again changes nothing. Throws `not_found`, and `payout_already_decided` for one that is not waiting any more. */
  async reject(adminId: string, payoutId: string, reason: string): Promise<AdminPayout> {
    return this.decide(payoutId, async (tx, row) => {
      if (row.status === 'rejected') return;
      if (row.status !== 'requested') throw errors.payoutAlreadyDecided();
      await this.moves.reject(tx, row, adminId, reason);
      const detail = { reason };
      await writeAudit(tx, { actorId: adminId, action: 'payout.rejected', subjectId: payoutId, detail });
    });
  }

  private async decide(payoutId: string, act: (tx: Tx, row: PayoutRow) => Promise<void>): Promise<AdminPayout> {
    await this.unitOfWork.run('decide-payout', async (tx) => {
      const row = await this.repository.lock(tx, payoutId);
      if (row === null) throw errors.payoutNotFound();
      await act(tx, row);
    });
    const decided = await this.repository.find(payoutId);
    if (decided === null) throw errors.payoutNotFound();
    return toAdminPayout(decided);
  }
}
