import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import type {
  BonusCreditsRequest,
  Correction,
  CreditBucket,
  SetCreditsRequest,
} from '@troupe/contracts/http/admin-credits';
import { notFound } from '../../platform/errors/app-error.ts';
import * as errors from './coin.errors.ts';
import { type CorrectionInput, type CorrectionOutcome, CorrectionsRepository } from './corrections.repository.ts';
import { USER_ACCOUNT } from './ledger/accounts.ts';
import { ledgerKey, requestHash } from './ledger/keys.ts';
import { KIND } from './ledger/kinds.ts';
import { PushBalancesService } from './push-balances.service.ts';
import { requireAmount } from './require-amount.ts';

const SET_RANGE = { minMicrocoins: 0, maxMicrocoins: ECONOMY.creditsMaxMicrocoins };
const GRANT_RANGE = { minMicrocoins: 1, maxMicrocoins: ECONOMY.creditsMaxMicrocoins };
const BUCKETS: Readonly<Record<CreditBucket, number>> = {
  coins: Number(USER_ACCOUNT.coins),
  bonus: Number(USER_ACCOUNT.bonus),
};

/** Balances that an admin sets right, and bonus that an admin grants. */
@Injectable()
export class CorrectBalanceService {
  constructor(
    private readonly repository: CorrectionsRepository,
    private readonly balances: PushBalancesService,
  ) {}

  /**
   * Posts what is missing to the posted balance that is asked for. Throws `not_found`, `balance_changed` when another balance is there than was
   * expected, `balance_unchanged`, `insufficient_coins` when less than is held would be left, `amount_out_of_range`, `amount_not_whole` or
   * `idempotency_key_reused`.
   */
  async set(adminId: string, idempotencyKey: string, request: SetCreditsRequest): Promise<Correction> {
    const { userId, bucket, expectedMicrocoins, reason } = request;
    const amount = requireAmount(request.amountMicrocoins, SET_RANGE);
    const parts = ['set', userId, bucket, expectedMicrocoins.toString(), amount.toString(), reason];
    return this.correct(idempotencyKey, parts, {
      ownerId: userId,
      adminId,
      bucket: BUCKETS[bucket],
      expected: BigInt(expectedMicrocoins),
      amount,
      kind: KIND.correction,
      reason,
    });
  }

  /** Adds bonus. Throws `not_found`, `amount_out_of_range`, `amount_not_whole` or `idempotency_key_reused`. */
  async grantBonus(adminId: string, idempotencyKey: string, request: BonusCreditsRequest): Promise<Correction> {
    const { userId, reason } = request;
    const amount = requireAmount(request.amountMicrocoins, GRANT_RANGE);
    return this.correct(idempotencyKey, ['bonus', userId, amount.toString(), reason], {
      ownerId: userId,
      adminId,
      bucket: BUCKETS.bonus,
      expected: null,
      amount,
      kind: KIND.grantedBonus,
      reason,
    });
  }

  /** The key is the platform's, in the admin's name: a blocked wallet can be set right as well. */
  private async correct(
    idempotencyKey: string,
    parts: readonly string[],
    input: Omit<CorrectionInput, 'key' | 'requestHash'>,
  ): Promise<Correction> {
    const key = ledgerKey('admin', `${input.adminId}:${idempotencyKey}`);
    const result = await this.repository.correct({ ...input, key, requestHash: requestHash(parts) });
    if ((result.outcome !== 'posted' && result.outcome !== 'duplicate') || result.journal === null)
      throw refusal(result);
    if (result.outcome === 'posted') await this.balances.push(input.ownerId);
    return this.answer(result.journal);
  }

  /** Read back from what was written, so that a retry and the first request can't differ. */
  private async answer(journal: bigint): Promise<Correction> {
    const row = await this.repository.find(journal);
    return {
      journalId: row.journal.toString(),
      kind: row.kind === KIND.grantedBonus ? 'bonus' : 'correction',
      userId: row.owner_id,
      bucket: row.bucket === BUCKETS.bonus ? 'bonus' : 'coins',
      deltaMicrocoins: Number(row.delta),
      reason: row.reason,
      adminId: row.admin_id,
      createdAt: row.created_at.toISOString(),
    };
  }
}

function refusal({ outcome, balance }: CorrectionOutcome): Error {
  switch (outcome) {
    case 'unknown':
      return notFound('This user');
    case 'changed':
      return errors.balanceChanged(balance ?? 0n);
    case 'unchanged':
      return errors.balanceUnchanged();
    case 'reused':
    case 'insufficient':
      return errors.refused(outcome);
    default:
      return new Error(`the ledger answered ${outcome} to a correction`);
  }
}
