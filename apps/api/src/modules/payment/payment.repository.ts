import { Injectable } from '@nestjs/common';
import type { PaymentProviderName, PaymentStatus } from '@troupe/contracts/http/payment';
import type { Database, Prisma, Tx } from '@troupe/database';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import type { DisputeFact, RefundFact } from './domain/payment-facts.ts';
import { PAYMENTS_VERIFY } from './payments-verify.sql.ts';

const PAYMENT_FIELDS = {
  id: true,
  userId: true,
  provider: true,
  status: true,
  packName: true,
  coinsMicrocoins: true,
  bonusMicrocoins: true,
  promotionMicrocoins: true,
  promotion: { select: { id: true, name: true } },
  currency: true,
  amountMinor: true,
  refundedMinor: true,
  disputedMinor: true,
  takenMinor: true,
  failureCode: true,
  feeMinor: true,
  createdAt: true,
  settledAt: true,
  journalId: true,
  disputes: { select: { status: true }, take: 50 },
} as const;
const LOCKED_FIELDS = { ...PAYMENT_FIELDS, disputes: false } as const;
const REFUND_FIELDS = { ref: true, amountMinor: true, status: true } as const;
const DISPUTE_FIELDS = { ref: true, amountMinor: true, feeMinor: true, reason: true, status: true } as const;
/** Far more than any payment has; a provider that tells of more is not believed. */
const TOLD_MAX = 500;
export type PaymentRow = Prisma.PaymentGetPayload<{ select: typeof PAYMENT_FIELDS }>;
export type LockedPayment = Prisma.PaymentGetPayload<{ select: typeof LOCKED_FIELDS }> & {
  refunds: RefundFact[];
  disputes: DisputeFact[];
};
type PaymentTx = Pick<
  Tx,
  | 'payment'
  | 'paymentRef'
  | 'paymentRefund'
  | 'paymentRefundRequest'
  | 'paymentDispute'
  | 'paymentClawback'
  | 'paymentCustomer'
  | '$queryRaw'
>;

export interface NewPayment {
  id: string;
  userId: string;
  provider: PaymentProviderName;
  packId: string;
  packName: string;
  coinsMicrocoins: bigint;
  bonusMicrocoins: bigint;
  promotionId: string | null;
  promotionMicrocoins: bigint;
  currency: string;
  amountMinor: number;
  askAt: Date;
}

/** What changes on a payment when it hears something. */
export interface PaymentChange {
  status: PaymentStatus;
  failureCode?: string | null;
  feeMinor?: number | null;
  promotionId?: null;
  promotionMicrocoins?: bigint;
  journalId?: bigint;
  settledAt?: Date;
  refundedMinor: number;
  disputedMinor: number;
  takenMinor: number;
  askAt?: Date | null;
}

@Injectable()
export class PaymentRepository {
  /** For the recurring check of the books. */
  readonly booksCheck = PAYMENTS_VERIFY;

  constructor(@InjectDatabase() private readonly database: Database) {}

  async insert(tx: PaymentTx, payment: NewPayment): Promise<PaymentRow> {
    return tx.payment.create({ data: payment, select: PAYMENT_FIELDS });
  }

  async findOwn(userId: string, paymentId: string): Promise<PaymentRow | null> {
    return this.database.prisma.payment.findFirst({ where: { id: paymentId, userId }, select: PAYMENT_FIELDS });
  }

  async findOwnByRef(userId: string, provider: string, ref: string): Promise<PaymentRow | null> {
    const where = { userId, provider, refs: { some: { provider, ref } } };
    return this.database.prisma.payment.findFirst({ where, select: PAYMENT_FIELDS });
  }

  async find(paymentId: string): Promise<PaymentRow | null> {
    return this.database.prisma.payment.findUnique({ where: { id: paymentId }, select: PAYMENT_FIELDS });
  }

  /** Newest first, below `beforeId`; ids are in order of time. */
  async listOwn(userId: string, beforeId: string | undefined, limit: number): Promise<PaymentRow[]> {
    return this.database.prisma.payment.findMany({
      where: { userId, ...(beforeId === undefined ? {} : { id: { lt: beforeId } }) },
      orderBy: { id: 'desc' },
      take: limit,
      select: PAYMENT_FIELDS,
    });
  }

  async refsOf(paymentId: string): Promise<string[]> {
    const rows = await this.database.prisma.paymentRef.findMany({
      where: { paymentId },
      select: { ref: true },
      take: 50,
    });
    return rows.map((row) => row.ref);
  }

  /** Locks the payment that is named by our id or by any of the provider's, so that what is told of it comes one after the other. */
  async lock(
    tx: PaymentTx,
    provider: string,
    paymentId: string | null,
    refs: readonly string[],
  ): Promise<LockedPayment | null> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT p.id FROM payment p
      WHERE p.provider = ${provider} AND (p.id = ${paymentId}::uuid
        OR p.id = (SELECT r.payment_id FROM payment_ref r WHERE r.provider = ${provider} AND r.ref = ANY (${[...refs]}) LIMIT 1))
      ORDER BY p.id = ${paymentId}::uuid DESC NULLS LAST LIMIT 1`;
    const id = rows[0]?.id;
    return id === undefined ? null : this.lockById(tx, id);
  }

  async lockById(tx: PaymentTx, id: string): Promise<LockedPayment | null> {
    await tx.$queryRaw`SELECT 1 FROM payment WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    // One after the other: a transaction has one connection.
    const payment = await tx.payment.findUnique({ where: { id }, select: LOCKED_FIELDS });
    if (payment === null) return null;
    const of = { where: { paymentId: id }, take: TOLD_MAX } as const;
    const refunds = await tx.paymentRefund.findMany({ ...of, select: REFUND_FIELDS });
    const disputes = await tx.paymentDispute.findMany({ ...of, select: DISPUTE_FIELDS });
    return { ...payment, refunds, disputes };
  }

  /** Answers which of them were not known before. */
  async addRefs(tx: PaymentTx, provider: string, paymentId: string, refs: readonly string[]): Promise<string[]> {
    if (refs.length === 0) return [];
    const added = await tx.paymentRef.createManyAndReturn({
      data: refs.map((ref) => ({ provider, ref, paymentId })),
      skipDuplicates: true,
      select: { ref: true },
    });
    return added.map((row) => row.ref);
  }

  /** Whether any of these refunds or disputes was told of another payment. */
  async isToldElsewhere(tx: PaymentTx, provider: string, paymentId: string, refs: readonly string[]): Promise<boolean> {
    const where = { provider, ref: { in: [...refs] }, paymentId: { not: paymentId } };
    const elsewhere = (await tx.paymentRefund.count({ where })) + (await tx.paymentDispute.count({ where }));
    return elsewhere > 0;
  }

  async saveRefund(tx: PaymentTx, provider: string, paymentId: string, fact: RefundFact): Promise<void> {
    const { ref, amountMinor, status } = fact;
    await tx.paymentRefund.upsert({
      where: { provider_ref: { provider, ref } },
      create: { provider, ref, paymentId, amountMinor, status },
      update: { status, amountMinor },
    });
  }

  async saveDispute(tx: PaymentTx, provider: string, paymentId: string, fact: DisputeFact): Promise<void> {
    const { ref, amountMinor, feeMinor, reason, status } = fact;
    await tx.paymentDispute.upsert({
      where: { provider_ref: { provider, ref } },
      create: { provider, ref, paymentId, amountMinor, feeMinor, reason, status },
      update: { status, amountMinor, feeMinor },
    });
  }

  async save(tx: PaymentTx, paymentId: string, change: PaymentChange): Promise<void> {
    await tx.payment.update({ where: { id: paymentId }, data: change, select: { id: true } });
  }

  async findRefundRequest(tx: PaymentTx, id: string): Promise<{ amountMinor: number } | null> {
    return tx.paymentRefundRequest.findUnique({ where: { id }, select: { amountMinor: true } });
  }

  async insertRefundRequest(tx: PaymentTx, request: Prisma.PaymentRefundRequestUncheckedCreateInput): Promise<void> {
    await tx.paymentRefundRequest.create({ data: request, select: { id: true } });
  }

  async addClawback(tx: PaymentTx, paymentId: string, journal: bigint, amountMinor: number): Promise<void> {
    await tx.paymentClawback.create({ data: { paymentId, journal, amountMinor } });
  }

  async clawbacks(tx: PaymentTx, paymentId: string): Promise<bigint[]> {
    const rows = await tx.paymentClawback.findMany({
      where: { paymentId },
      orderBy: { journal: 'asc' },
      select: { journal: true },
      take: 1_000,
    });
    return rows.map((row) => row.journal);
  }

  async customerRef(userId: string, provider: string): Promise<string | null> {
    const where = { userId_provider: { userId, provider } };
    const row = await this.database.prisma.paymentCustomer.findUnique({ where, select: { ref: true } });
    return row?.ref ?? null;
  }

  async keepCustomer(tx: PaymentTx, userId: string, provider: string, ref: string): Promise<void> {
    const where = { userId_provider: { userId, provider } };
    await tx.paymentCustomer.upsert({ where, create: { userId, provider, ref }, update: { ref } });
  }

  async emailOf(userId: string): Promise<string> {
    const { email } = await this.database.prisma.user.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true },
    });
    return email;
  }

  /** Claims payments whose provider has to be asked; whoever claimed them asks, and others look again after `leaseMs`. */
  async claimToAsk(limit: number, leaseMs: number): Promise<{ id: string; provider: string }[]> {
    return this.database.prisma.$queryRaw`
      UPDATE payment p SET ask_at = now() + ${leaseMs} * interval '1 millisecond'
      FROM (SELECT id FROM payment WHERE ask_at <= now() ORDER BY ask_at LIMIT ${limit} FOR NO KEY UPDATE SKIP LOCKED) due
      WHERE p.id = due.id RETURNING p.id, p.provider`;
  }

  async stateOf(paymentId: string): Promise<Pick<PaymentRow, 'status' | 'createdAt' | 'settledAt'>> {
    const select = { status: true, createdAt: true, settledAt: true } as const;
    return this.database.prisma.payment.findUniqueOrThrow({ where: { id: paymentId }, select });
  }

  async askAgain(paymentId: string, at: Date | null): Promise<void> {
    await this.database.prisma.payment.update({ where: { id: paymentId }, data: { askAt: at }, select: { id: true } });
  }
}
