import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Metrics } from '../../platform/metrics/metrics.service.ts';
import { OperationsRepository } from './ledger/operations.repository.ts';

const POLL_MS = 20;
/** Longer than a statement may take (15 s): what outlives it is a forgotten transaction, and the next fold tries again. */
const WAIT_MAX_MS = 20_000;

/**
 * Folds lock-free accounts into snapshots and seals what was folded.
 *
 * "Everything up to the newest number" would lose journals whose transactions took their number early and commit late. So: read the last
 * number W, then get a fresh transaction id X. Every writer owns its transaction id before it takes a number, so whoever took a number up to
 * W has an id below X; once all transactions below X have ended, nothing up to W can appear any more.
 */
@Injectable()
export class FoldLedgerService {
  private readonly stalled;
  private readonly lag;

  constructor(
    private readonly ledger: OperationsRepository,
    metrics: Metrics,
  ) {
    this.stalled = metrics.counter(
      'ledger_fold_stalled_total',
      'Folds that a long-running transaction kept from ending',
    );
    this.lag = metrics.gauge('ledger_fold_lag_journals', 'Journals that are not folded yet');
  }

  /** Folds up to the newest journal of now. Answers how far, or undefined when another process is folding, a transaction is in the way, or `signal` says to stop. */
  async fold(signal?: AbortSignal): Promise<bigint | undefined> {
    const upto = await this.ledger.asFolder(async (connection) => {
      const last = await connection.lastJournal();
      if (last === undefined) return undefined;
      const xid = await connection.freshTransactionId();
      const deadline = performance.now() + WAIT_MAX_MS;
      while (!(await connection.haveEnded(xid))) {
        if (signal?.aborted) return undefined;
        if (performance.now() > deadline) {
          this.stalled.inc();
          return undefined;
        }
        await pause(POLL_MS);
      }
      let folded = await connection.foldUpto(last);
      while (folded < last) folded = await connection.foldUpto(last);
      return folded;
    });
    this.lag.set(Number((await this.ledger.foldLag()).journals));
    return upto;
  }
}
