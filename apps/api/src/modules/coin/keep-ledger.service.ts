import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { IntervalJob } from '../../platform/jobs/interval-job.ts';
import { ExpireHoldsService } from './expire-holds.service.ts';
import { FoldLedgerService } from './fold-ledger.service.ts';
import { OperationsRepository } from './ledger/operations.repository.ts';
import { MatureEarningsService } from './mature-earnings.service.ts';
import { VerifyLedgerService } from './verify-ledger.service.ts';

const FOLD_EVERY_MS = 2_000;
const EXPIRE_EVERY_MS = 60_000;
const MATURE_EVERY_MS = 3_600_000;
const VERIFY_EVERY_MS = 86_400_000;
/** Not in the first minutes, when there is enough to do. */
const VERIFY_FIRST_MS = 300_000;
const PARTITIONS_EVERY_MS = 60_000;
/** Empty partitions of two million journals each: days of the fastest traffic that one server takes. */
const PARTITIONS_AHEAD = 4;

/** The ledger's recurring work. Several processes may run it: each piece is idempotent or takes a lock. */
@Injectable()
export class KeepLedgerService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Ledger');
  private readonly stopping = new AbortController();
  private readonly jobs: readonly IntervalJob[];
  private readonly verification: IntervalJob;

  constructor(
    ledger: OperationsRepository,
    fold: FoldLedgerService,
    holds: ExpireHoldsService,
    earnings: MatureEarningsService,
    verification: VerifyLedgerService,
  ) {
    this.jobs = [
      this.job('fold', FOLD_EVERY_MS, () => fold.fold(this.stopping.signal)),
      this.job('expiry of holds', EXPIRE_EVERY_MS, () => holds.expire()),
      this.job('maturing', MATURE_EVERY_MS, () => earnings.mature(new Date())),
      this.job('making of partitions', PARTITIONS_EVERY_MS, () => ledger.makePartitions(PARTITIONS_AHEAD)),
    ];
    this.verification = this.job('check of the books', VERIFY_EVERY_MS, () =>
      verification.verify(this.stopping.signal),
    );
  }

  onApplicationBootstrap(): void {
    for (const job of this.jobs) job.start(0);
    this.verification.start(VERIFY_FIRST_MS);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await Promise.all([...this.jobs, this.verification].map((job) => job.stop()));
  }

  private job(name: string, everyMs: number, work: () => Promise<unknown>): IntervalJob {
    return new IntervalJob(
      async () => void (await work()),
      everyMs,
      (error) => this.logger.warn(`the ${name} failed and will come again: ${String(error)}`),
    );
  }
}
