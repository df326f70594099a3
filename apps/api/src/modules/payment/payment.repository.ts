import { Injectable } from '@nestjs/common';
import type { PaymentStatus } from '@troupe/contracts/http/payment';
import type { Database, Prisma, Tx } from '@troupe/database';
import { InjectDatabase } from '../../platform/database/database.module.ts';

const PAYMENT_FIELDS = {
  id: true,
  userId: true,
  provider: true,
  status: true,
  packName: true,
  coinsMicrocoins: true,
  bonusMicrocoins: true,
  currency: true,
  amountMinor: true,
  createdAt: true,
  settledAt: true,
} as const;
const PACK_FIELDS = {
  id: true,
  name: true,
  description: true,
  coinsMicrocoins: true,
  bonusMicrocoins: true,
  usdMinor: true,
  inrMinor: true,
  highlighted: true,
} as const;

export type PaymentRow = Prisma.PaymentGetPayload<{ select: typeof PAYMENT_FIELDS }>;
export type PackRow = Prisma.CoinPackGetPayload<{ select: typeof PACK_FIELDS }>;
type PaymentTx = Pick<Tx, 'payment' | 'webhookEvent' | '$queryRaw'>;

export interface NewPayment {
  id: string;
  userId: string;
  provider: string;
  packId: string;
  packName: string;
  coinsMicrocoins: bigint;
  bonusMicrocoins: bigint;
  currency: string;
  amountMinor: number;
}

@Injectable()
export class PaymentRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async activePacks(): Promise<PackRow[]> {
    return this.database.prisma.coinPack.findMany({
      where: { active: true },
      orderBy: { position: 'asc' },
      select: PACK_FIELDS,
      take: 20,
    });
  }

  async findActivePack(packId: string): Promise<PackRow | null> {
    return this.database.prisma.coinPack.findFirst({ where: { id: packId, active: true }, select: PACK_FIELDS });
  }

  async insert(tx: PaymentTx, payment: NewPayment): Promise<PaymentRow> {
    return tx.payment.create({ data: payment, select: PAYMENT_FIELDS });
  }

  async findOwn(userId: string, paymentId: string): Promise<PaymentRow | null> {
    return this.database.prisma.payment.findFirst({ where: { id: paymentId, userId }, select: PAYMENT_FIELDS });
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

  /** Locks the payment until the transaction ends, so that two events about it come one after the other. */
  async lock(tx: PaymentTx, paymentId: string): Promise<PaymentRow | null> {
    await tx.$queryRaw`SELECT 1 FROM payment WHERE id = ${paymentId}::uuid FOR NO KEY UPDATE`;
    return tx.payment.findUnique({ where: { id: paymentId }, select: PAYMENT_FIELDS });
  }

  /** False when this event was taken before. */
  async insertEvent(tx: PaymentTx, provider: string, eventId: string, paymentId: string): Promise<boolean> {
    const { count } = await tx.webhookEvent.createMany({
      data: [{ provider, eventId, paymentId }],
      skipDuplicates: true,
    });
    return count === 1;
  }

  async settle(
    tx: PaymentTx,
    paymentId: string,
    status: Exclude<PaymentStatus, 'pending'>,
    journalId: bigint | null,
    now: Date,
  ): Promise<void> {
    await tx.payment.update({
      where: { id: paymentId },
      data: { status, journalId, settledAt: now },
      select: { id: true },
    });
  }
}
