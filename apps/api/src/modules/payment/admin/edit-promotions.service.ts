import { Injectable } from '@nestjs/common';
import type { Promotion, PromotionList, PromotionRequest } from '@troupe/contracts/http/admin-payments';
import { UnitOfWork } from '@troupe/database';
import { writeAudit } from '../../../platform/audit/audit-trail.ts';
import { AppError, notFound } from '../../../platform/errors/app-error.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { type FullPromotionRow, SalesRepository } from './sales.repository.ts';

/** What adds bonus to purchases. */
@Injectable()
export class EditPromotionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sales: SalesRepository,
  ) {}

  async list(): Promise<PromotionList> {
    return { promotions: (await this.sales.promotions()).map(toPromotion) };
  }

  /** Makes a promotion, or changes the one with this id. Throws `not_found`, `name_taken` for a code that another has, or `validation_failed`. */
  async save(adminId: string, promotionId: string | undefined, request: PromotionRequest): Promise<Promotion> {
    if (request.bonusPercent + request.bonusMicrocoins === 0 || (request.code === null && !request.firstPurchase)) {
      throw new AppError(
        'validation_failed',
        'A promotion adds something, and has a code unless it is for first purchases',
      );
    }
    const { bonusMicrocoins, startsAt, endsAt, ...rest } = request;
    const promotion = {
      ...rest,
      bonusMicrocoins: BigInt(bonusMicrocoins),
      startsAt: new Date(startsAt),
      endsAt: endsAt === null ? null : new Date(endsAt),
    };
    const id = promotionId ?? newId();
    const saved = await this.unitOfWork.run('save-promotion', async (tx) => {
      const row =
        promotionId === undefined
          ? await this.sales.insertPromotion(tx, id, promotion)
          : await this.sales.updatePromotion(tx, id, promotion);
      if (row === 'gone') throw notFound('This promotion');
      if (row === 'name_taken') throw new AppError('name_taken', 'Another promotion has this code');
      await writeAudit(tx, { actorId: adminId, action: 'promotion.save', subjectId: id, detail: request });
      return row;
    });
    return toPromotion(saved);
  }
}

const toPromotion = ({ _count, bonusMicrocoins, startsAt, endsAt, ...row }: FullPromotionRow): Promotion => ({
  ...row,
  bonusMicrocoins: Number(bonusMicrocoins),
  startsAt: startsAt.toISOString(),
  endsAt: endsAt?.toISOString() ?? null,
  uses: _count.payments,
});
