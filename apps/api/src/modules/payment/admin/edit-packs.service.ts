import { Injectable } from '@nestjs/common';
import type { AdminPack, AdminPackList, PackRequest } from '@troupe/contracts/http/admin-payments';
import { UnitOfWork } from '@troupe/database';
import { writeAudit } from '../../../platform/audit/audit-trail.ts';
import { AppError, notFound } from '../../../platform/errors/app-error.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { isPriceSound } from '../domain/pack-price.ts';
import { type FullPackRow, SalesRepository } from './sales.repository.ts';

/** What is sold. A pack that payments were made of is switched off, never deleted. */
@Injectable()
export class EditPacksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sales: SalesRepository,
  ) {}

  async list(): Promise<AdminPackList> {
    return { packs: (await this.sales.packs()).map(toAdminPack) };
  }

  /**
   * Makes a pack, or changes the one with this id; open payments keep what was agreed. Throws `not_found`, `name_taken`, or `price_too_low` where a coin would be
   * sold for less than a creator can be paid for it.
   */
  async save(adminId: string, packId: string | undefined, request: PackRequest): Promise<AdminPack> {
    const { coinsMicrocoins, bonusMicrocoins, ...rest } = request;
    const pack = { ...rest, coinsMicrocoins: BigInt(coinsMicrocoins), bonusMicrocoins: BigInt(bonusMicrocoins) };
    if (
      !isPriceSound(pack.coinsMicrocoins, pack.usdMinor, 'USD') ||
      !isPriceSound(pack.coinsMicrocoins, pack.inrMinor, 'INR')
    ) {
      throw new AppError('price_too_low', 'A coin of this pack would cost less than a creator can be paid for it');
    }
    const id = packId ?? newId();
    const saved = await this.unitOfWork.run('save-pack', async (tx) => {
      const row =
        packId === undefined ? await this.sales.insertPack(tx, id, pack) : await this.sales.updatePack(tx, id, pack);
      if (row === 'gone') throw notFound('This pack');
      if (row === 'name_taken') throw new AppError('name_taken', 'Another pack has this name');
      await writeAudit(tx, { actorId: adminId, action: 'pack.save', subjectId: id, detail: request });
      return row;
    });
    return toAdminPack(saved);
  }
}

const toAdminPack = (row: FullPackRow): AdminPack => ({
  ...row,
  coinsMicrocoins: Number(row.coinsMicrocoins),
  bonusMicrocoins: Number(row.bonusMicrocoins),
});
