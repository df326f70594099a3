import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { IntervalJob } from '../../platform/jobs/interval-job.ts';
import { CoinFacade } from '../coin/index.ts';
import { PaymentRepository } from './payment.repository.ts';
import { ReconcilePaymentsService } from './reconcile-payments.service.ts';

/** The recurring work of payments. Several processes may run it: each claims what it works on. */
@Injectable()
export class KeepPaymentsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Payments');
  private readonly job: IntervalJob;

  constructor(
    reconciling: ReconcilePaymentsService,
    private readonly payments: PaymentRepository,
    private readonly coin: CoinFacade,
    @InjectEnv() { RECONCILE_INTERVAL_MS }: Env,
  ) {
    this.job = new IntervalJob(
      () => reconciling.reconcile(),
      RECONCILE_INTERVAL_MS,
      (error) => this.logger.warn(`reconciling failed and will come again: ${String(error)}`),
    );
  }

  onApplicationBootstrap(): void {
    this.coin.registerBooksCheck(this.payments.booksCheck);
    this.job.start(0);
  }

  async onModuleDestroy(): Promise<void> {
    await this.job.stop();
  }
}
