import { Injectable } from '@nestjs/common';
import type { PayoutEvent, PayoutReviewReason, PayoutStatus } from '@troupe/contracts/http/payout';
import type { Database, Prisma, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import { sendStatement } from '../../../platform/database/statements.ts';
import { newId } from '../../../platform/ids/ids.ts';
import * as sql from './payouts.sql.ts';
import { PAYOUTS_VERIFY } from './payouts-verify.sql.ts';

const EVENTS_MAX = 50;
const PAYOUT_FIELDS = {
  id: true,
  userId: true,
  wallet: true,
  destinationId: true,
  status: true,
  amountMicrocoins: true,
  rateMicrosPerCoin: true,
  amountMinor: true,
  feeMinor: true,
  currency: true,
  provider: true,
  providerRef: true,
  reviewReasons: true,
  approvedAt: true,
  rejectionReason: true,
  failureCode: true,
  maturedUpto: true,
  requestJournal: true,
  attempts: true,
  dueAt: true,
  createdAt: true,
  sentAt: true,
  paidAt: true,
  endedAt: true,
  destination: { select: { hint: true, ref: true, legalName: true, country: true } },
} as const;
export type PayoutRow = Prisma.PayoutGetPayload<{ select: typeof PAYOUT_FIELDS }>;
type PayoutTx = Pick<Tx, 'payout' | 'payoutEvent' | '$queryRawUnsafe'>;

export interface NewPayout {
  id: string;
  userId: string;
  wallet: bigint;
  destinationId: string;
  amountMicrocoins: bigint;
  rateMicrosPerCoin: bigint;
  amountMinor: bigint;
  feeMinor: bigint;
  currency: string;
  provider: string;
  reviewReasons: PayoutReviewReason[];
  maturedUpto: bigint;
  requestJournal: bigint;
  /** At once when there is nothing to review. */
  approvedAt: Date | null;
  dueAt: Date | null;
}

/** What changes with a step; from the status that it has or not at all. */
export type PayoutChange = Partial<
  Pick<
    Prisma.PayoutUncheckedUpdateManyInput,
    | 'status'
    | 'approvedAt'
    | 'reviewReasons'
    | 'rejectionReason'
    | 'failureCode'
    | 'providerRef'
    | 'providerFeeMinor'
    | 'sentJournal'
    | 'paidJournal'
    | 'endJournal'
    | 'attempts'
    | 'dueAt'
    | 'sentAt'
    | 'paidAt'
    | 'endedAt'
  >
>;

const idRow = z.object({ id: z.string() });

@Injectable()
export class PayoutsRepository {
  /** Where payouts and books disagree: a statement for the check of the books. */
  readonly booksCheck = PAYOUTS_VERIFY;

  constructor(@InjectDatabase() private readonly database: Database) {}

  async insert(tx: PayoutTx, payout: NewPayout): Promise<PayoutRow> {
    return tx.payout.create({ data: payout, select: PAYOUT_FIELDS });
  }

  async findOwn(userId: string, payoutId: string): Promise<PayoutRow | null> {
    return this.database.prisma.payout.findFirst({ where: { id: payoutId, userId }, select: PAYOUT_FIELDS });
  }

  async findByRequest(requestJournal: bigint, tx?: PayoutTx): Promise<PayoutRow | null> {
    return (tx ?? this.database.prisma).payout.findUnique({ where: { requestJournal }, select: PAYOUT_FIELDS });
  }

  /** Newest first, below `beforeId`; ids are in order of time. */
  async listOwn(userId: string, beforeId: string | undefined, limit: number): Promise<PayoutRow[]> {
    const where = { userId, ...(beforeId === undefined ? {} : { id: { lt: beforeId } }) };
    return this.database.prisma.payout.findMany({ where, orderBy: { id: 'desc' }, take: limit, select: PAYOUT_FIELDS });
  }

  /** What waits for a review comes oldest first, above the id; everything else newest first, below it. */
  async listByState(state: PayoutStatus | 'review', id: string | undefined, limit: number): Promise<PayoutRow[]> {
    const isQueue = state === 'review';
    const where: Prisma.PayoutWhereInput = isQueue ? { status: 'requested', approvedAt: null } : { status: state };
    if (id !== undefined) where.id = isQueue ? { gt: id } : { lt: id };
    return this.database.prisma.payout.findMany({
      where,
      orderBy: { id: isQueue ? 'asc' : 'desc' },
      take: limit,
      select: PAYOUT_FIELDS,
    });
  }

  /** How far the shares had matured that earlier payouts were about, and whether one was ever paid. */
  async earlier(userId: string): Promise<{ maturedUpto: bigint; wasPaid: boolean }> {
    const { payout } = this.database.prisma;
    const last = await payout.findFirst({
      where: { userId, status: { in: ['requested', 'in_flight', 'paid'] } },
      orderBy: { id: 'desc' },
      select: { maturedUpto: true },
    });
    const paid = await payout.findFirst({ where: { userId, status: 'paid' }, select: { id: true } });
    return { maturedUpto: last?.maturedUpto ?? 0n, wasPaid: paid !== null };
  }

  /** How far the shares had matured at the payout before this one. */
  async maturedBefore(payout: Pick<PayoutRow, 'id' | 'userId'>): Promise<bigint> {
    const before = await this.database.prisma.payout.findFirst({
      where: { userId: payout.userId, id: { lt: payout.id }, status: { in: ['requested', 'in_flight', 'paid'] } },
      orderBy: { id: 'desc' },
      select: { maturedUpto: true },
    });
    return before?.maturedUpto ?? 0n;
  }

  async events(payoutId: string): Promise<{ kind: string; by: string; at: Date }[]> {
    return this.database.prisma.payoutEvent.findMany({
      where: { payoutId },
      orderBy: { id: 'asc' },
      take: EVENTS_MAX,
      select: { kind: true, by: true, at: true },
    });
  }

  /** Locks it until the transaction ends. Null when it isn't there. */
  async lock(tx: PayoutTx, payoutId: string): Promise<PayoutRow | null> {
    await tx.$queryRawUnsafe(sql.LOCK_PAYOUT, payoutId);
    return tx.payout.findUnique({ where: { id: payoutId }, select: PAYOUT_FIELDS });
  }

  /** The id of the payout that the provider names by one of these. */
  async findByRefs(tx: PayoutTx, provider: string, refs: readonly string[]): Promise<string | undefined> {
    const where = { provider, providerRef: { in: [...refs] } };
    return (await tx.payout.findFirst({ where, select: { id: true } }))?.id;
  }

  /** False when it isn't in this state (any more): of several at once, one moves it. */
  async change(tx: PayoutTx, payoutId: string, from: PayoutStatus, data: PayoutChange): Promise<boolean> {
    const { count } = await tx.payout.updateMany({ where: { id: payoutId, status: from }, data });
    return count === 1;
  }

  async note(
    tx: PayoutTx,
    payoutId: string,
    kind: PayoutEvent['kind'],
    by: { by: 'creator' | 'admin'; actorId: string } | { by: 'platform' },
    detail: Record<string, string> = {},
  ): Promise<void> {
    await tx.payoutEvent.create({ data: { id: newId(), payoutId, kind, ...by, detail }, select: { id: true } });
  }

  async sendable(limit: number): Promise<string[]> {
    return (await sendStatement(this.database, 'payouts-sendable', sql.SENDABLE, [limit], idRow)).map(({ id }) => id);
  }

  /** Each goes to one caller, who has `leaseMs` for it. */
  async claimDue(limit: number, leaseMs: number): Promise<string[]> {
    const rows = await sendStatement(this.database, 'payouts-claim', sql.CLAIM_DUE, [limit, leaseMs], idRow);
    return rows.map(({ id }) => id);
  }

  async find(payoutId: string): Promise<PayoutRow | null> {
    return this.database.prisma.payout.findUnique({ where: { id: payoutId }, select: PAYOUT_FIELDS });
  }
}
