import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Tx, UnitOfWork } from '@troupe/database';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { IntervalJob } from '../../platform/jobs/interval-job.ts';
import { settledWithin } from '../../platform/jobs/settled-within.ts';
import { NotificationRecipients, type Reached } from './notification-recipients.ts';
import { type Spread, SpreadRepository } from './spread.repository.ts';

/** A transaction of some milliseconds, and a packet that a Redis passes on. */
const TOLD_AT_ONCE = 500;
const WITHDRAWN_AT_ONCE = 1_000;
const STOP_WAIT_MAX_MS = 2_000;

/**
 * Tells many people of one thing, part by part: each part is one transaction that keeps the notices and how far it came, so a process that dies leaves
 * nothing half told, and any other goes on there. Several subjects take turns, and several processes take different ones.
 */
@Injectable()
export class SpreadNotificationsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Notifications');
  private readonly job: IntervalJob;
  private running: Promise<void> | undefined;
  private isWanted = false;
  private isStopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: SpreadRepository,
    private readonly recipients: NotificationRecipients,
    @InjectEnv() private readonly env: Env,
    private readonly failpoints: Failpoints,
  ) {
    // What a process left that died, and what was put off.
    this.job = new IntervalJob(
      () => this.drain(),
      env.NOTIFICATION_INTERVAL_MS,
      (error) => this.warn(error),
    );
  }

  onApplicationBootstrap(): void {
    this.job.start(this.env.NOTIFICATION_INTERVAL_MS);
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await this.job.stop();
    if (this.running !== undefined) await settledWithin(STOP_WAIT_MAX_MS, this.running);
  }

  /** After the commit of something that is to be told. */
  wake(): void {
    this.isWanted = true;
    this.drain().catch((error: unknown) => this.warn(error));
  }

  /** Tells all that is due; a call while that goes on waits for the same. */
  private drain(): Promise<void> {
    this.running ??= this.work().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async work(): Promise<void> {
    do {
      this.isWanted = false;
      while (!this.isStopping && (await this.tellPart()));
    } while (this.isWanted && !this.isStopping);
  }

  /** False when nothing is due. */
  private async tellPart(): Promise<boolean> {
    let claimed: Spread | undefined;
    try {
      const reached = await this.unitOfWork.run('spread-notifications', async (tx) => {
        claimed = await this.repository.claim(tx);
        if (claimed === undefined) return [];
        return claimed.step === 'telling' ? this.tell(tx, claimed) : this.withdraw(tx, claimed);
      });
      if (claimed === undefined) return false;
      for (const [channel, userIds] of reached) await channel.announce(claimed, userIds);
    } catch (error) {
      if (claimed === undefined) throw error;
      const { id } = claimed;
      this.warn(error);
      await this.unitOfWork.run('put-off-notifications', (tx) => this.repository.putOff(tx, id));
    }
    return true;
  }

  private async tell(tx: Tx, spread: Spread): Promise<Reached> {
    const { reached, lastUserId, toldCount } = await this.recipients.tellNext(tx, spread, TOLD_AT_ONCE);
    if (this.failpoints.armed) await this.failpoints.reach('spread.before-commit');
    await this.repository.advance(tx, spread.id, lastUserId, toldCount);
    return reached;
  }

  private async withdraw(tx: Tx, spread: Spread): Promise<Reached> {
    const deleted = await this.recipients.takeBack(tx, spread, WITHDRAWN_AT_ONCE);
    await this.repository.advance(tx, spread.id, deleted < WITHDRAWN_AT_ONCE ? undefined : spread.id, 0);
    return [];
  }

  private warn(error: unknown): void {
    this.logger.warn(`notifications are put off: ${error instanceof Error ? error.message : String(error)}`);
  }
}
