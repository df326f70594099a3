import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import type { Movement, SwapAllowance, SwapRequest } from '@troupe/contracts/http/coin-movements';
import { notFound } from '../../platform/errors/app-error.ts';
import { AnswerMovementService, nameRequest } from './answer-movement.service.ts';
import * as errors from './coin.errors.ts';
import { MovementsRepository, type SwapRow } from './movements.repository.ts';
import { PushBalancesService } from './push-balances.service.ts';
import { requireAmount } from './require-amount.ts';

const RANGE = { minMicrocoins: ECONOMY.swapMinMicrocoins, maxMicrocoins: ECONOMY.swapMaxMicrocoins };

@Injectable()
export class SwapEarningsService {
  constructor(
    private readonly repository: MovementsRepository,
    private readonly answers: AnswerMovementService,
    private readonly balances: PushBalancesService,
  ) {}

  /**
   * Turns matured earnings into coins of one's own, one to one. Throws `insufficient_earnings`, `amount_out_of_range`, `amount_not_whole`,
   * `spending_blocked` or `idempotency_key_reused`.
   */
  async swap(creatorId: string, idempotencyKey: string, request: SwapRequest): Promise<Movement> {
    const amount = requireAmount(request.amountMicrocoins, RANGE);
    const named = nameRequest(creatorId, idempotencyKey, ['swap', request.from, amount.toString()]);
    const earlier = await this.answers.earlier(named);
    if (earlier !== undefined) return earlier;
    const row = await this.repository.swap({ ...named, amount }, request.from === 'promotional');
    if (row.outcome !== 'posted' && row.outcome !== 'duplicate') throw refusal(row.outcome);
    if (row.outcome === 'posted') await this.balances.push(creatorId);
    return this.answers.movement(creatorId, row.journal);
  }

  /** What may be swapped now. */
  async allowance(creatorId: string): Promise<SwapAllowance> {
    const row = await this.repository.matured(creatorId);
    if (row === undefined) throw notFound('This wallet');
    return { earningsMicrocoins: Number(row.earnings), promotionalMicrocoins: Number(row.promo) };
  }
}

function refusal(outcome: Exclude<SwapRow['outcome'], 'posted' | 'duplicate'>): Error {
  if (outcome === 'invalid') return notFound('This wallet');
  return outcome === 'insufficient' ? errors.insufficientEarnings() : errors.refused(outcome);
}
