import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import type { GiftAllowance, Movement, TransferRequest } from '@troupe/contracts/http/coin-movements';
import { notFound } from '../../platform/errors/app-error.ts';
import { AnswerMovementService, nameRequest } from './answer-movement.service.ts';
import * as errors from './coin.errors.ts';
import { Directory } from './directory.ts';
import { type GiftRow, type GiftRules, MovementsRepository } from './movements.repository.ts';
import { PushBalancesService } from './push-balances.service.ts';
import { requireAmount } from './require-amount.ts';

const RULES: GiftRules = {
  holdingDays: ECONOMY.payoutHoldingDays,
  windowHours: ECONOMY.giftWindowHours,
  windowMax: BigInt(ECONOMY.giftWindowMaxMicrocoins),
};
const RANGE = { minMicrocoins: ECONOMY.giftMinMicrocoins, maxMicrocoins: ECONOMY.giftWindowMaxMicrocoins };

@Injectable()
export class SendGiftService {
  constructor(
    private readonly repository: MovementsRepository,
    private readonly answers: AnswerMovementService,
    private readonly directory: Directory,
    private readonly balances: PushBalancesService,
  ) {}

  /**
   * Gives bought coins to somebody. Throws `not_found` for a handle that nobody has, `recipient_is_self`, `amount_out_of_range`,
   * `amount_not_whole`, `insufficient_coins`, `coins_too_young`, `gift_limit_reached`, `spending_blocked` or `idempotency_key_reused`.
   */
  async send(senderId: string, idempotencyKey: string, request: TransferRequest): Promise<Movement> {
    const { toHandle, amountMicrocoins, note = null } = request;
    const amount = requireAmount(amountMicrocoins, RANGE);
    const named = nameRequest(senderId, idempotencyKey, ['gift', toHandle, amount.toString(), note ?? '']);
    const earlier = await this.answers.earlier(named);
    if (earlier !== undefined) return earlier;
    const recipientId = await this.directory.userByHandle(toHandle);
    if (recipientId === undefined) throw notFound('This person');
    if (recipientId === senderId) throw errors.recipientIsSelf();
    const row = await this.repository.gift({ ...named, amount }, recipientId, note, RULES);
    if (row.outcome !== 'posted' && row.outcome !== 'duplicate') throw refusal(row);
    if (row.outcome === 'posted') await Promise.all([senderId, recipientId].map((id) => this.balances.push(id)));
    return this.answers.movement(senderId, row.journal);
  }

  /** What may be given away now. */
  async allowance(ownerId: string): Promise<GiftAllowance> {
    const row = await this.repository.giftAllowance(ownerId, RULES);
    if (row === undefined) throw notFound('This wallet');
    const [oldEnough, left] = [Number(row.old_enough), Number(row.left_in_window)];
    return { mostMicrocoins: Math.min(oldEnough, left), leftInWindowMicrocoins: left, oldEnoughMicrocoins: oldEnough };
  }
}

function refusal(row: GiftRow): Error {
  switch (row.outcome) {
    case 'young':
      return errors.coinsTooYoung(row.most ?? 0n);
    case 'limited':
      return errors.giftLimitReached(row.most ?? 0n);
    case 'reused':
    case 'blocked':
    case 'insufficient':
      return errors.refused(row.outcome);
    // A user whose wallet is not there is not there.
    case 'invalid':
      return notFound('This person');
    default:
      return new Error(`the ledger answered ${row.outcome} to a gift`);
  }
}
