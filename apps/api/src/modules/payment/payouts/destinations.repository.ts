import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import type { Database, Prisma, Tx } from '@troupe/database';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import * as sql from './payouts.sql.ts';

const PROFILE_FIELDS = { legalName: true, country: true, taxIdHint: true, updatedAt: true } as const;
const DESTINATION_FIELDS = {
  id: true,
  userId: true,
  provider: true,
  currency: true,
  ref: true,
  hint: true,
  status: true,
  createdAt: true,
} as const;
export type ProfileRow = Prisma.PayoutProfileGetPayload<{ select: typeof PROFILE_FIELDS }>;
export type DestinationRow = Prisma.PayoutDestinationGetPayload<{ select: typeof DESTINATION_FIELDS }>;
type DestinationTx = Pick<Tx, 'payoutDestination' | 'payout' | '$queryRawUnsafe' | '$executeRaw'>;

/** Who is paid, and where. */
@Injectable()
export class DestinationsRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async profile(userId: string): Promise<ProfileRow | null> {
    return this.database.prisma.payoutProfile.findUnique({ where: { userId }, select: PROFILE_FIELDS });
  }

  async saveProfile(
    userId: string,
    profile: { legalName: string; country: string; taxId: Uint8Array<ArrayBuffer>; taxIdHint: string },
  ): Promise<ProfileRow> {
    const data = { ...profile, updatedAt: new Date() };
    return this.database.prisma.payoutProfile.upsert({
      where: { userId },
      create: { userId, ...data },
      update: data,
      select: PROFILE_FIELDS,
    });
  }

  /** What a provider wants to write to them about. */
  async emailOf(userId: string): Promise<string | undefined> {
    const row = await this.database.prisma.payoutProfile.findUnique({
      where: { userId },
      select: { user: { select: { email: true } } },
    });
    return row?.user.email;
  }

  /** Those that are in use, newest first. */
  async list(userId: string): Promise<DestinationRow[]> {
    return this.database.prisma.payoutDestination.findMany({
      where: { userId, status: { not: 'disabled' }, ref: { not: null } },
      orderBy: { id: 'desc' },
      take: LIMITS.payoutDestinationsMax,
      select: DESTINATION_FIELDS,
    });
  }

  async findOwn(userId: string, destinationId: string, tx?: DestinationTx): Promise<DestinationRow | null> {
    return (tx ?? this.database.prisma).payoutDestination.findFirst({
      where: { id: destinationId, userId, status: { not: 'disabled' }, ref: { not: null } },
      select: DESTINATION_FIELDS,
    });
  }

  /** Until the transaction ends, this creator opens no other destination. */
  async lockOpening(tx: DestinationTx, userId: string): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('payout-destination:' || ${userId}::text, 0))`;
  }

  async count(tx: DestinationTx, userId: string): Promise<number> {
    return tx.payoutDestination.count({ where: { userId, status: { not: 'disabled' } } });
  }

  /** One that was begun with this provider and of which nobody knows whether it was opened: the same id makes it the same for the provider. */
  async findUnfinished(tx: DestinationTx, userId: string, provider: string, currency: string): Promise<string | null> {
    const where = { userId, provider, currency, ref: null, status: 'unverified' } as const;
    return (await tx.payoutDestination.findFirst({ where, select: { id: true } }))?.id ?? null;
  }

  async insert(
    tx: DestinationTx,
    data: { id: string; userId: string; provider: string; currency: string; legalName: string; country: string },
  ): Promise<void> {
    await tx.payoutDestination.create({ data, select: { id: true } });
  }

  /** What the provider says of it. One that was removed meanwhile stays removed. */
  async update(
    destinationId: string,
    data: { ref: string; hint: string; fingerprint: Uint8Array<ArrayBuffer> | null; isVerified: boolean },
  ): Promise<void> {
    const { isVerified, ...rest } = data;
    await this.database.prisma.payoutDestination.updateMany({
      where: { id: destinationId, status: { not: 'disabled' } },
      data: { ...rest, status: isVerified ? 'verified' : 'unverified' },
    });
  }

  /** Forgets one that the provider refused to open. */
  async forget(destinationId: string): Promise<void> {
    await this.database.prisma.payoutDestination.deleteMany({ where: { id: destinationId, ref: null } });
  }

  /** Nobody removes it before the transaction ends. */
  async hold(tx: DestinationTx, destinationId: string): Promise<void> {
    await tx.$queryRawUnsafe(sql.HOLD_DESTINATION, destinationId);
  }

  /** Nobody requests a payout to it before the transaction ends. */
  async lock(tx: DestinationTx, destinationId: string): Promise<void> {
    await tx.$queryRawUnsafe(sql.LOCK_DESTINATION, destinationId);
  }

  async isInUse(tx: DestinationTx, destinationId: string): Promise<boolean> {
    const where = { destinationId, status: { in: ['requested', 'in_flight'] } } satisfies Prisma.PayoutWhereInput;
    return (await tx.payout.findFirst({ where, select: { id: true } })) !== null;
  }

  async disable(tx: DestinationTx, destinationId: string): Promise<void> {
    await tx.payoutDestination.update({
      where: { id: destinationId },
      data: { status: 'disabled' },
      select: { id: true },
    });
  }
}
