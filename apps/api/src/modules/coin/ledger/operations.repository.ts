import { Injectable } from '@nestjs/common';
import type { Database } from '@troupe/database';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import { bigintText, sendForRow, sendStatement } from '../../../platform/database/statements.ts';
import * as sql from './operations.sql.ts';
import { VERIFY } from './verify.sql.ts';

const VERIFY_TIMEOUT_MS = 1_800_000;

const holdRow = z.object({
  outcome: z.enum(['held', 'duplicate', 'reused', 'blocked', 'limited', 'insufficient', 'invalid']),
  hold: bigintText.nullable(),
  coins_part: bigintText.nullable(),
  bonus_part: bigintText.nullable(),
});
const settleRow = z.object({
  outcome: z.enum(['settled', 'duplicate', 'ended', 'above', 'invalid', 'unknown']),
  journal: bigintText.nullable(),
  coins_used: bigintText.nullable(),
  bonus_used: bigintText.nullable(),
});
const releaseRow = z.object({ outcome: z.enum(['released', 'duplicate', 'ended', 'renewed', 'unknown']) });
const reverseRow = z.object({
  outcome: z.enum(['posted', 'duplicate', 'unknown', 'refused', 'reused', 'blocked', 'insufficient']),
  journal: bigintText.nullable(),
});
const balanceAtRow = z.object({ balance: bigintText.nullable(), provisional: z.boolean() });
const faultRow = z.object({ fault: z.string(), subject: z.string(), detail: z.string() });
const uptoRow = z.object({ upto: bigintText });

export interface HoldInput {
  fanId: string;
  creatorId: string;
  key: string;
  requestHash: bigint;
  amountMicrocoins: bigint;
  creatorSharePercent: number;
  /** The backstop: after it an abandoned hold is freed. */
  ttlMs: number;
}
export type HoldResult = z.infer<typeof holdRow>;
export type SettleResult = z.infer<typeof settleRow>;
export type ReleaseOutcome = z.infer<typeof releaseRow>['outcome'];
export type ReverseResult = z.infer<typeof reverseRow>;

/** The ledger's operations other than the charge and the post, and what keeps it in order. All are idempotent by their own keys. */
@Injectable()
export class OperationsRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async hold(input: HoldInput): Promise<HoldResult> {
    const { fanId, key, requestHash, creatorId, amountMicrocoins, creatorSharePercent, ttlMs } = input;
    const values = [fanId, key, requestHash, creatorId, amountMicrocoins, creatorSharePercent, ttlMs];
    return sendForRow(this.database, 'ledger-hold', sql.HOLD, values, holdRow);
  }

  async settle(hold: bigint, actualMicrocoins: bigint): Promise<SettleResult> {
    return sendForRow(this.database, 'ledger-settle', sql.SETTLE_HOLD, [hold, actualMicrocoins], settleRow);
  }

  async release(hold: bigint): Promise<ReleaseOutcome> {
    return (await sendForRow(this.database, 'ledger-release', sql.RELEASE_HOLD, [hold], releaseRow)).outcome;
  }

  async renew(hold: bigint, ttlMs: number): Promise<boolean> {
    return (
      (await sendStatement(this.database, 'ledger-renew', sql.RENEW_HOLD, [hold, ttlMs], z.object({ id: z.string() })))
        .length > 0
    );
  }

  async expiredHolds(limit: number): Promise<bigint[]> {
    const rows = await sendStatement(
      this.database,
      'ledger-expired',
      sql.EXPIRED_HOLDS,
      [limit],
      z.object({ id: bigintText }),
    );
    return rows.map((row) => row.id);
  }

  async expire(hold: bigint): Promise<ReleaseOutcome> {
    return (await sendForRow(this.database, 'ledger-expire', sql.EXPIRE_HOLD, [hold], releaseRow)).outcome;
  }

  async reverse(journal: bigint): Promise<ReverseResult> {
    return sendForRow(this.database, 'ledger-reverse', sql.REVERSE, [journal], reverseRow);
  }

  /** Credits − debits of an account as of `moment`; provisional while transactions of that moment may still be running. */
  async balanceAt(account: bigint, moment: Date): Promise<z.infer<typeof balanceAtRow>> {
    return sendForRow(this.database, 'ledger-balance-at', sql.BALANCE_AT, [account, moment], balanceAtRow);
  }

  async stableBefore(moment: Date): Promise<bigint> {
    return (await sendForRow(this.database, 'ledger-stable-before', sql.STABLE_BEFORE, [moment], uptoRow)).upto;
  }

  async maturing(upto: bigint, afterWallet: bigint, limit: number): Promise<bigint[]> {
    const rows = await sendStatement(
      this.database,
      'ledger-maturing',
      sql.MATURING,
      [upto, afterWallet, limit],
      z.object({ id: bigintText }),
    );
    return rows.map((row) => row.id);
  }

  async mature(wallet: bigint, upto: bigint): Promise<'posted' | 'nothing'> {
    const row = z.object({ outcome: z.enum(['posted', 'nothing']) });
    return (await sendForRow(this.database, 'ledger-mature', sql.MATURE, [wallet, upto], row)).outcome;
  }

  async makePartitions(ahead: number): Promise<number> {
    return (
      await sendForRow(this.database, 'ledger-partitions', sql.MAKE_PARTITIONS, [ahead], z.object({ made: z.number() }))
    ).made;
  }

  async foldLag(): Promise<{ journals: bigint; seconds: number | null }> {
    const row = z.object({ journals: bigintText, seconds: z.number().nullable() });
    return sendForRow(this.database, 'ledger-fold-lag', sql.FOLD_LAG, [], row);
  }

  /** Reads whole tables, on a connection of its own without the usual time limit; `signal` ends it. `more`: the checks of other modules. */
  async verify(signal: AbortSignal, more: readonly string[]): Promise<z.infer<typeof faultRow>[]> {
    const client = await this.database.pool.connect();
    const cancel = async (): Promise<void> => {
      await this.database.pool.query(sql.CANCEL, [pid]);
    };
    let pid: number | undefined;
    try {
      pid = z.tuple([z.object({ pid: z.number() })]).parse((await client.query(sql.OWN_PID)).rows)[0].pid;
      signal.addEventListener('abort', cancel);
      await client.query(`SET statement_timeout = ${VERIFY_TIMEOUT_MS}`);
      const faults = [];
      for (const check of [VERIFY, ...more]) faults.push(...z.array(faultRow).parse((await client.query(check)).rows));
      return faults;
    } finally {
      signal.removeEventListener('abort', cancel);
      // Closed and not given back: its time limit is not the others'.
      client.release(true);
    }
  }

  /**
   * Runs `fold` with a connection that holds the folder's lock; answers undefined when another process has it.
   * The lock is the session's, so it ends with the connection if this process dies.
   */
  async asFolder<Result>(fold: (connection: FoldConnection) => Promise<Result>): Promise<Result | undefined> {
    const client = await this.database.pool.connect();
    let failure: Error | undefined;
    try {
      const locked = z.tuple([z.object({ locked: z.boolean() })]).parse((await client.query(sql.LOCK_FOLD)).rows)[0];
      if (!locked.locked) return undefined;
      const result = await fold(new FoldConnection(client));
      await client.query(sql.UNLOCK_FOLD);
      return result;
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      // A connection that failed, in unlocking too, may still hold the lock: it is closed and not given back to the pool.
      client.release(failure);
    }
  }
}

/** The steps of a fold, in the order that `FoldLedgerService` gives them; each is a transaction of its own. */
export class FoldConnection {
  constructor(private readonly client: PoolClient) {}

  /** The last journal number that was handed out; undefined before the first. */
  async lastJournal(): Promise<bigint | undefined> {
    const row = z.object({ journal: bigintText, is_called: z.boolean() });
    const [last] = z.tuple([row]).parse((await this.client.query(sql.LAST_JOURNAL)).rows);
    return last.is_called ? last.journal : undefined;
  }

  async freshTransactionId(): Promise<string> {
    return z.tuple([z.object({ xid: z.string() })]).parse((await this.client.query(sql.FRESH_XID)).rows)[0].xid;
  }

  async haveEnded(xid: string): Promise<boolean> {
    const { rows } = await this.client.query(sql.HAVE_ENDED, [xid]);
    return z.tuple([z.object({ ended: z.boolean() })]).parse(rows)[0].ended;
  }

  /** Folds and seals a bounded stretch towards `journal`; returns how far it came. */
  async foldUpto(journal: bigint): Promise<bigint> {
    return z.tuple([uptoRow]).parse((await this.client.query(sql.FOLD_UPTO, [journal])).rows)[0].upto;
  }
}
