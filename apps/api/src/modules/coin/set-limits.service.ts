import { Injectable } from '@nestjs/common';
import type { SpendingLimits, SpendingLimitsChange } from '@troupe/contracts/http/coin-movements';
import { notFound } from '../../platform/errors/app-error.ts';
import { type LimitsRow, MovementsRepository } from './movements.repository.ts';

/** Limits that people set on their own spending; the ledger holds them inside each charge. */
@Injectable()
export class SetLimitsService {
  constructor(private readonly repository: MovementsRepository) {}

  async limits(ownerId: string): Promise<SpendingLimits> {
    return toLimits(await this.repository.limits(ownerId));
  }

  /** Sets what is named, leaves the rest, and answers with all of them. */
  async change(ownerId: string, change: SpendingLimitsChange): Promise<SpendingLimits> {
    const row = await this.repository.setLimits(
      ownerId,
      toBigint(change.dailyMicrocoins),
      toBigint(change.messageMicrocoins),
      toBigint(change.lowBalanceMicrocoins),
    );
    return toLimits(row);
  }
}

const toBigint = (value: number | null | undefined): bigint | null | undefined =>
  value === null || value === undefined ? value : BigInt(value);

const toNumber = (value: bigint | null): number | null => (value === null ? null : Number(value));

function toLimits(row: LimitsRow | undefined): SpendingLimits {
  if (row === undefined) throw notFound('This wallet');
  return {
    dailyMicrocoins: toNumber(row.daily),
    messageMicrocoins: toNumber(row.message),
    lowBalanceMicrocoins: toNumber(row.low_balance),
    spentTodayMicrocoins: Number(row.spent_today),
  };
}
