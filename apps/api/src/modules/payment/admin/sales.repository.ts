import { Injectable } from '@nestjs/common';
import type { Database, Prisma, Tx } from '@troupe/database';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import { PACK_FIELDS } from '../pack.repository.ts';

/** Far more than a shop window holds. */
const LIST_MAX = 200;

const FULL_PACK_FIELDS = { ...PACK_FIELDS, stripePriceId: true, active: true, position: true } as const;
const PROMOTION_FIELDS = {
  id: true,
  name: true,
  code: true,
  firstPurchase: true,
  bonusPercent: true,
  bonusMicrocoins: true,
  startsAt: true,
  endsAt: true,
  usesMax: true,
  usesPerUserMax: true,
  active: true,
  _count: { select: { payments: { where: { status: 'succeeded' } } } },
} as const;

export type FullPackRow = Prisma.CoinPackGetPayload<{ select: typeof FULL_PACK_FIELDS }>;
export type FullPromotionRow = Prisma.PromotionGetPayload<{ select: typeof PROMOTION_FIELDS }>;
type PackData = Omit<FullPackRow, 'id'>;
type PromotionData = Omit<FullPromotionRow, 'id' | '_count'>;
type Saved<Row> = Row | 'gone' | 'name_taken';

/** What is sold and what is added to it, as admins see it. */
@Injectable()
export class SalesRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async packs(): Promise<FullPackRow[]> {
    return this.database.prisma.coinPack.findMany({
      orderBy: { position: 'asc' },
      take: LIST_MAX,
      select: FULL_PACK_FIELDS,
    });
  }

  async insertPack(tx: Pick<Tx, 'coinPack'>, id: string, data: PackData): Promise<Saved<FullPackRow>> {
    const { count } = await tx.coinPack.createMany({ data: [{ id, ...data }], skipDuplicates: true });
    if (count === 0) return 'name_taken';
    return tx.coinPack.findUniqueOrThrow({ where: { id }, select: FULL_PACK_FIELDS });
  }

  async updatePack(tx: Pick<Tx, 'coinPack'>, id: string, data: PackData): Promise<Saved<FullPackRow>> {
    const namesake = await tx.coinPack.findFirst({ where: { name: data.name, id: { not: id } }, select: { id: true } });
    if (namesake !== null) return 'name_taken';
    const { count } = await tx.coinPack.updateMany({ where: { id }, data });
    return count === 0 ? 'gone' : tx.coinPack.findUniqueOrThrow({ where: { id }, select: FULL_PACK_FIELDS });
  }

  async promotions(): Promise<FullPromotionRow[]> {
    const orderBy = { startsAt: 'desc' } as const;
    return this.database.prisma.promotion.findMany({ orderBy, take: LIST_MAX, select: PROMOTION_FIELDS });
  }

  async insertPromotion(tx: Pick<Tx, 'promotion'>, id: string, data: PromotionData): Promise<Saved<FullPromotionRow>> {
    const { count } = await tx.promotion.createMany({ data: [{ id, ...data }], skipDuplicates: true });
    if (count === 0) return 'name_taken';
    return tx.promotion.findUniqueOrThrow({ where: { id }, select: PROMOTION_FIELDS });
  }

  async updatePromotion(tx: Pick<Tx, 'promotion'>, id: string, data: PromotionData): Promise<Saved<FullPromotionRow>> {
    const code = data.code;
    const namesake =
      code === null ? null : await tx.promotion.findFirst({ where: { code, id: { not: id } }, select: { id: true } });
    if (namesake !== null) return 'name_taken';
    const { count } = await tx.promotion.updateMany({ where: { id }, data });
    return count === 0 ? 'gone' : tx.promotion.findUniqueOrThrow({ where: { id }, select: PROMOTION_FIELDS });
  }
}
