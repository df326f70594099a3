import { Injectable } from '@nestjs/common';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { bigintText, sendForRow, sendStatement } from '../../platform/database/statements.ts';
import * as sql from './ledger/movements.sql.ts';

const common = ['posted', 'duplicate', 'reused', 'invalid', 'blocked', 'insufficient'] as const;
const giftRow = z.object({
  outcome: z.enum([...common, 'limited', 'young']),
  journal: bigintText.nullable(),
  most: bigintText.nullable(),
});
const tipRow = z.object({
  outcome: z.enum([...common, 'limited']),
  journal: bigintText.nullable(),
  coins_creator: bigintText.nullable(),
  bonus_creator: bigintText.nullable(),
  low: z.boolean(),
});
const swapRow = z.object({ outcome: z.enum(common), journal: bigintText.nullable() });
export type GiftRow = z.infer<typeof giftRow>;
export type TipRow = z.infer<typeof tipRow>;
export type SwapRow = z.infer<typeof swapRow>;

const movementRow = z.object({
  journal: bigintText,
  kind: z.number(),
  amount: bigintText,
  note: z.string().nullable(),
  created_at: z.date(),
  bonus_part: bigintText,
});
export type MovementRow = z.infer<typeof movementRow>;

const nameRow = z.object({
  journal: bigintText,
  kind: z.number(),
  persona_id: z.string().nullable(),
  note: z.string().nullable(),
  other_id: z.string().nullable(),
});
export type NameRow = z.infer<typeof nameRow>;

const limitsRow = z.object({
  daily: bigintText.nullable(),
  message: bigintText.nullable(),
  low_balance: bigintText.nullable(),
  spent_today: bigintText,
});
export type LimitsRow = z.infer<typeof limitsRow>;

const filteredRow = z.object({
  journal: bigintText,
  delta: bigintText,
  kind: z.number(),
  reverses: bigintText.nullable(),
  created_at: z.date(),
});
export type FilteredRow = z.infer<typeof filteredRow>;

const dayRow = z.object({
  day: z.string(),
  messages: bigintText,
  tips: bigintText,
  gifts: bigintText,
  refunds: bigintText,
});
export type SpendingRow = z.infer<typeof dayRow>;

const receiptRow = z.object({
  kind: z.number(),
  reverses: bigintText.nullable(),
  created_at: z.date(),
  coins: bigintText,
  bonus: bigintText,
  earnings: bigintText,
  promotional: bigintText,
  creator_share: bigintText,
  platform_share: bigintText,
  reversed_at: z.date().nullable(),
});
export type ReceiptRow = z.infer<typeof receiptRow>;

/** One operation, in whose name: the key is unique for good among the owner's. */
export interface Keyed {
  ownerId: string;
  key: string;
  requestHash: bigint;
  amount: bigint;
}

export interface GiftRules {
  holdingDays: number;
  windowHours: number;
  windowMax: bigint;
}

/** What a page of filtered history asks for; `from` included, `to` not. */
export interface Stretch {
  ownerId: string;
  beforeJournal: bigint;
  out: boolean;
  in: boolean;
  from: Date;
  to: Date;
  limit: number;
}

/** Gifts, tips and swaps, each one statement that locks, decides and posts, and the reads of the wallet page. */
@Injectable()
export class MovementsRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async gift(gift: Keyed, recipientId: string, note: string | null, rules: GiftRules): Promise<GiftRow> {
    const { ownerId, key, requestHash, amount } = gift;
    const { holding, window } = intervals(rules);
    const values = [ownerId, recipientId, key, requestHash, amount, note, holding, window, rules.windowMax];
    return sendForRow(this.database, 'coin-gift', sql.GIFT, values, giftRow);
  }

  async tip(
    tip: Keyed,
    creatorId: string,
    sharePercent: number,
    subject: { personaId: string | null; note: string | null },
  ): Promise<TipRow> {
    const { ownerId, key, requestHash, amount } = tip;
    const values = [ownerId, creatorId, key, requestHash, amount, sharePercent, subject.personaId, subject.note];
    return sendForRow(this.database, 'coin-tip', sql.TIP, values, tipRow);
  }

  async swap(swap: Keyed, promotional: boolean): Promise<SwapRow> {
    const values = [swap.ownerId, swap.key, swap.requestHash, swap.amount, promotional];
    return sendForRow(this.database, 'coin-swap', sql.SWAP, values, swapRow);
  }

  /** A movement that this owner made. */
  async movement(ownerId: string, journal: bigint): Promise<MovementRow | undefined> {
    return (await sendStatement(this.database, 'coin-movement', sql.MOVEMENT, [ownerId, journal], movementRow))[0];
  }

  async namesOf(ownerId: string, journals: readonly bigint[]): Promise<NameRow[]> {
    return sendStatement(this.database, 'coin-movement-names', sql.MOVEMENTS_OF_JOURNALS, [ownerId, journals], nameRow);
  }

  async giftAllowance(
    ownerId: string,
    rules: GiftRules,
  ): Promise<{ old_enough: bigint; left_in_window: bigint } | undefined> {
    const { holding, window } = intervals(rules);
    const row = z.object({ old_enough: bigintText, left_in_window: bigintText });
    return (
      await sendStatement(
        this.database,
        'coin-giftable',
        sql.GIFT_ALLOWANCE,
        [ownerId, holding, window, rules.windowMax],
        row,
      )
    )[0];
  }

  async matured(ownerId: string): Promise<{ earnings: bigint; promo: bigint } | undefined> {
    const row = z.object({ earnings: bigintText, promo: bigintText });
    return (await sendStatement(this.database, 'coin-swappable', sql.SWAP_ALLOWANCE, [ownerId], row))[0];
  }

  async limits(ownerId: string): Promise<LimitsRow | undefined> {
    return (await sendStatement(this.database, 'coin-limits', sql.LIMITS_OF, [ownerId], limitsRow))[0];
  }

  /** Undefined leaves a limit as it is, null takes it away. */
  async setLimits(
    ownerId: string,
    daily: bigint | null | undefined,
    message: bigint | null | undefined,
    lowBalance: bigint | null | undefined,
  ): Promise<LimitsRow | undefined> {
    const pairs = [daily, message, lowBalance].flatMap((value) => [value !== undefined, value ?? null]);
    return (await sendStatement(this.database, 'coin-set-limits', sql.SET_LIMITS, [ownerId, ...pairs], limitsRow))[0];
  }

  async filteredHistory(
    stretch: Stretch,
    kinds: readonly number[] | null,
    reversals: boolean | null,
  ): Promise<FilteredRow[]> {
    const { ownerId, beforeJournal, out, from, to, limit } = stretch;
    const values = [ownerId, beforeJournal, out, stretch.in, kinds, reversals, from, to, limit];
    return sendStatement(this.database, 'coin-history-filtered', sql.FILTERED_HISTORY, values, filteredRow);
  }

  async filteredMovements(stretch: Stretch, kinds: readonly number[]): Promise<FilteredRow[]> {
    const { ownerId, beforeJournal, out, from, to, limit } = stretch;
    const values = [ownerId, beforeJournal, out, stretch.in, kinds, from, to, limit];
    return sendStatement(this.database, 'coin-movements-filtered', sql.FILTERED_MOVEMENTS, values, filteredRow);
  }

  async spendingByDay(ownerId: string, since: Date): Promise<SpendingRow[]> {
    return sendStatement(this.database, 'coin-spending', sql.SPENDING_BY_DAY, [ownerId, since], dayRow);
  }

  async receipt(ownerId: string, journal: bigint): Promise<ReceiptRow | undefined> {
    return (
      await sendStatement(this.database, 'coin-journal-receipt', sql.JOURNAL_RECEIPT, [ownerId, journal], receiptRow)
    )[0];
  }
}

const intervals = (rules: GiftRules): { holding: string; window: string } => ({
  holding: `${rules.holdingDays} days`,
  window: `${rules.windowHours} hours`,
});
