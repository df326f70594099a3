import { Injectable } from '@nestjs/common';
import type { PayoutDetail } from '@troupe/contracts/http/payout';
import { UnitOfWork } from '@troupe/database';
import { MovePayoutService } from './move-payout.service.ts';
import { payoutNotFound, payoutUnderWay } from './payouts.errors.ts';
import { PayoutsRepository } from './payouts.repository.ts';
import { ReadPayoutsService } from './read-payouts.service.ts';

@Injectable()
export class CancelPayoutService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PayoutsRepository,
    private readonly moves: MovePayoutService,
    private readonly reading: ReadPayoutsService,
  ) {}

  /** Gives the earnings back while nothing was sent; one that was cancelled before stays so. Throws `not_found` or `payout_under_way`. */
  async cancel(userId: string, payoutId: string): Promise<PayoutDetail> {
    await this.unitOfWork.run('cancel-payout', async (tx) => {
      const row = await this.repository.lock(tx, payoutId);
      if (row?.userId !== userId) throw payoutNotFound();
      if (row.status === 'cancelled') return;
      if (row.status !== 'requested') throw payoutUnderWay();
      await this.moves.cancel(tx, row);
    });
    return this.reading.find(userId, payoutId);
  }
}
