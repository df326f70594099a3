import { Injectable, Logger } from '@nestjs/common';
import type { LedgerHealth } from '@troupe/contracts/http/ledger-health';
import { Metrics } from '../../platform/metrics/metrics.service.ts';
import { OperationsRepository } from './ledger/operations.repository.ts';

const FAULTS_SHOWN_MAX = 100;

/** Holds rows of another module against the books; answers the faults. */
export type BooksCheck = () => Promise<LedgerHealth['faults']>;

/** Recomputes the books from the transfers and keeps what it found, for the metrics and for the admin. */
@Injectable()
export class VerifyLedgerService {
  private readonly logger = new Logger('Ledger');
  private readonly faultsGauge;
  private last: Pick<LedgerHealth, 'checkedAt' | 'faults'> = { checkedAt: null, faults: [] };

  private readonly checks: BooksCheck[] = [];

  constructor(
    private readonly ledger: OperationsRepository,
    metrics: Metrics,
  ) {
    this.faultsGauge = metrics.gauge('ledger_faults', 'Faults that the last recomputation of the books found');
  }

  register(check: BooksCheck): void {
    this.checks.push(check);
  }

  async verify(signal: AbortSignal): Promise<void> {
    const faults = await this.ledger.verify(signal);
    for (const check of this.checks) faults.push(...(await check()));
    this.last = { checkedAt: new Date().toISOString(), faults: faults.slice(0, FAULTS_SHOWN_MAX) };
    this.faultsGauge.set(faults.length);
    if (faults.length > 0)
      this.logger.error(`the books are wrong in ${faults.length} places; npm run ledger:verify lists them`);
  }

  async health(): Promise<LedgerHealth> {
    const lag = await this.ledger.foldLag();
    return { ...this.last, foldLagJournals: Number(lag.journals), secondsSinceHorizon: lag.seconds };
  }
}
