import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import type { Movement, TipRequest } from '@troupe/contracts/http/coin-movements';
import { notFound } from '../../platform/errors/app-error.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { AnswerMovementService, nameRequest } from './answer-movement.service.ts';
import * as errors from './coin.errors.ts';
import { Directory } from './directory.ts';
import { MovementsRepository, type TipRow } from './movements.repository.ts';
import { PushBalancesService } from './push-balances.service.ts';
import { requireAmount } from './require-amount.ts';

const RANGE = { minMicrocoins: ECONOMY.tipMinMicrocoins, maxMicrocoins: ECONOMY.tipMaxMicrocoins };

@Injectable()
export class SendTipService {
  constructor(
    private readonly repository: MovementsRepository,
    private readonly answers: AnswerMovementService,
    private readonly directory: Directory,
    private readonly balances: PushBalancesService,
    private readonly realtime: Realtime,
  ) {}

  /**
   * Tips a creator, split like a message. Throws `not_found` for a persona that isn't published and for a handle that no creator has,
   * `recipient_is_self`, `amount_out_of_range`, `amount_not_whole`, `insufficient_coins`, `spending_limit_reached`, `spending_blocked`
   * or `idempotency_key_reused`.
   */
  async tip(fanId: string, idempotencyKey: string, request: TipRequest): Promise<Movement> {
    const { personaId = null, creatorHandle = null, note = null } = request;
    const amount = requireAmount(request.amountMicrocoins, RANGE);
    const parts = ['tip', personaId ?? '', creatorHandle ?? '', amount.toString(), note ?? ''];
    const named = nameRequest(fanId, idempotencyKey, parts);
    const earlier = await this.answers.earlier(named);
    if (earlier !== undefined) return earlier;
    const creatorId = await this.directory.creatorOf(request);
    if (creatorId === undefined) throw notFound(personaId === null ? 'This creator' : 'This persona');
    if (creatorId === fanId) throw errors.recipientIsSelf();
    const row = await this.repository.tip({ ...named, amount }, creatorId, ECONOMY.creatorSharePercent, {
      personaId,
      note,
    });
    if (row.outcome !== 'posted' && row.outcome !== 'duplicate') throw refusal(row.outcome);
    const answer = await this.answers.movement(fanId, row.journal);
    if (row.outcome === 'posted') await this.announce(fanId, creatorId, personaId, row, answer);
    return answer;
  }

  private async announce(
    fanId: string,
    creatorId: string,
    personaId: string | null,
    row: TipRow,
    tip: Movement,
  ): Promise<void> {
    this.realtime.toUser(creatorId, 'earning', {
      personaId,
      kind: 'tip',
      payableMicrocoins: Number(row.coins_creator ?? 0n),
      promotionalMicrocoins: Number(row.bonus_creator ?? 0n),
      createdAt: tip.createdAt,
    });
    const balance = await this.balances.push(fanId);
    if (row.low && balance !== undefined) {
      this.realtime.toUser(fanId, 'lowBalance', { balanceMicrocoins: balance.balanceMicrocoins });
    }
  }
}

function refusal(outcome: Exclude<TipRow['outcome'], 'posted' | 'duplicate'>): Error {
  // A creator without a wallet is not there.
  return outcome === 'invalid' ? notFound('This creator') : errors.refused(outcome);
}
