import { Injectable } from '@nestjs/common';
import type { Database, Prisma, Tx } from '@troupe/database';
import { InjectDatabase } from '../../platform/database/database.module.ts';

/** What buyers see of a pack. */
export const PACK_FIELDS = {
  id: true,
  name: true,
  description: true,
  coinsMicrocoins: true,
  bonusMicrocoins: true,
  usdMinor: true,
  inrMinor: true,
  highlighted: true,
} as const;
const PROMOTION_FIELDS = {
  id: true,
  name: true,
  firstPurchase: true,
  bonusPercent: true,
  bonusMicrocoins: true,
  usesMax: true,
  usesPerUserMax: true,
} as const;

export type PackRow = Prisma.CoinPackGetPayload<{ select: typeof PACK_FIELDS }>;
export type PromotionRow = Prisma.PromotionGetPayload<{ select: typeof PROMOTION_FIELDS }>;
type PromotionTx = Pick<Tx, 'promotion' | 'payment' | '$queryRaw'>;

/** What is sold, and what promotions add to it. */
@Injectable()
export class PackRepository {
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

  /** A promotion that runs now: the one behind a code, or the one that applies to a first purchase by itself. */
  async findPromotion(code: string | null, now: Date): Promise<PromotionRow | null> {
    return this.database.prisma.promotion.findFirst({
      where: {
        active: true,
        startsAt: { lte: now },
        OR: [{ endsAt: null }, { endsAt: { gt: now } }],
        ...(code === null ? { code: null, firstPurchase: true } : { code }),
      },
      orderBy: { startsAt: 'desc' },
      select: PROMOTION_FIELDS,
    });
  }

  /** How often payments that succeeded had it, in all and of this user, and how many purchases this user made. */
  async uses(promotionId: string, userId: string): Promise<{ all: number; own: number; purchases: number }> {
    return this.count(this.database.prisma, promotionId, userId);
  }

  /**
   * The same under locks that are held until the transaction ends: the buyer's, or two promotions for a first purchase could each be had by the first of
   * two payments, and the promotion's.
   */
  async usesUnderLock(
    tx: PromotionTx,
    promotionId: string,
    userId: string,
  ): Promise<{ promotion: PromotionRow; all: number; own: number; purchases: number }> {
    await tx.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtextextended(${`buyer:${userId}`}, 0))`;
    await tx.$queryRaw`SELECT 1 FROM promotion WHERE id = ${promotionId}::uuid FOR NO KEY UPDATE`;
    const promotion = await tx.promotion.findUniqueOrThrow({ where: { id: promotionId }, select: PROMOTION_FIELDS });
    return { promotion, ...(await this.count(tx, promotionId, userId)) };
  }

  private async count(tx: Pick<Tx, 'payment'>, promotionId: string, userId: string) {
    const succeeded = 'succeeded' as const;
    return {
      all: await tx.payment.count({ where: { promotionId, status: succeeded } }),
      own: await tx.payment.count({ where: { promotionId, userId, status: succeeded } }),
      purchases: await tx.payment.count({ where: { userId, status: succeeded } }),
    };
  }
}
