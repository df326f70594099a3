import { Injectable, Logger } from '@nestjs/common';
import type { LedgerHealth } from '@troupe/contracts/http/ledger-health';
import { Metrics } from '../../platform/metrics/metrics.service.ts';
import { OperationsRepository } from './ledger/operations.repository.ts';

const FAULTS_SHOWN_MAX = 100;

/** Recomputes the books from the transfers and keeps what it found, for the metrics and for the admin. */
@Injectable()
export class VerifyLedgerService {
  private readonly logger = new Logger('Ledger');
  private readonly faultsGauge;
  private last: Pick<LedgerHealth, 'checkedAt' | 'faults'> = { checkedAt: null, faults: [] };

  /** Of modules that hold rows of their own against the books. */
  private readonly checks: string[] = [];

  constructor(
    private readonly ledger: OperationsRepository,
    metrics: Metrics,
  ) {
    this.faultsGauge = metrics.gauge('ledger_faults', 'Faults that the last recomputation of the books found');
  }

  register(statement: string): void {
    this.checks.push(statement);
  }

  async verify(signal: AbortSignal): Promise<void> {
    const faults = await this.ledger.verify(signal, this.checks);
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
