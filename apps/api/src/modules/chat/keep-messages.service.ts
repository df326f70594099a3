import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { IntervalJob } from '../../platform/jobs/interval-job.ts';
import { ChatRepository } from './chat.repository.ts';

const INTERVAL_MS = 10 * 60_000;

/** Makes the partitions for messages to come, weeks ahead: a process that finds none could not take any message. */
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

  onApplicationBootstrap(): void {
    this.job.start(0);
  }

  async onModuleDestroy(): Promise<void> {
    await this.job.stop();
  }

  private async makePartitions(): Promise<void> {
    const made = await this.repository.makePartitions();
    if (made > 0) this.logger.log(`made ${made} partitions of messages`);
  }
}
