import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectEnv } from '../../../platform/config/config.module.ts';
import type { Env } from '../../../platform/config/env.ts';
import { IntervalJob } from '../../../platform/jobs/interval-job.ts';
import { CoinFacade } from '../../coin/index.ts';
import { PayoutsRepository } from './payouts.repository.ts';
import { SendPayoutsService } from './send-payouts.service.ts';

/** What recurs about payouts: they are sent and asked about, and the check of the books holds them against the ledger. */
@Injectable()
export class KeepPayoutsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Payouts');
  private readonly sending: IntervalJob;

  constructor(
    private readonly repository: PayoutsRepository,
    private readonly coin: CoinFacade,
    sender: SendPayoutsService,
    @InjectEnv() env: Env,
  ) {
    this.sending = new IntervalJob(
      () => sender.run(),
      env.PAYOUT_INTERVAL_MS,
      (error) => this.logger.warn(`the sending of payouts failed and will come again: ${String(error)}`),
    );
  }

  onApplicationBootstrap(): void {
    this.coin.registerBooksCheck(this.repository.booksCheck);
    this.sending.start(0);
  }

  async onModuleDestroy(): Promise<void> {
    await this.sending.stop();
  }
}
