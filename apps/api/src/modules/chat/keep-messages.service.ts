import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { IntervalJob } from '../../platform/jobs/interval-job.ts';
import { ChatRepository } from './chat.repository.ts';

const INTERVAL_MS = 10 * 60_000;
const RETRY_MS = 1_000;

/**
 * Makes the partitions for messages to come, weeks ahead. A message without one goes where the odd ids are, and then stands in the way of the partition
 * that it belongs to: so the first round is over before the first message can come, also after a rest of months.
 */
@Injectable()
export class KeepMessagesService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Messages');
  private readonly job: IntervalJob;

  constructor(private readonly repository: ChatRepository) {
    this.job = new IntervalJob(
      () => this.makePartitions(),
      INTERVAL_MS,
      (error) => this.logger.warn(`partitions could not be made and will be tried again: ${String(error)}`),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    // While the database is away no message comes either, and the next round makes up for it.
    await this.makePartitions().catch((error: unknown) => this.logger.warn(`no partitions yet: ${String(error)}`));
    this.job.start(RETRY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    await this.job.stop();
  }

  private async makePartitions(): Promise<void> {
    const made = await this.repository.makePartitions();
    if (made > 0) this.logger.log(`made ${made} partitions of messages`);
  }
}
