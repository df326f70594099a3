import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '@troupe/database';
import { IntervalJob } from '../../../platform/jobs/interval-job.ts';
import { PaidTalk } from './paid-talk.ts';
import { TrendRepository } from './trend.repository.ts';

const INTERVAL_MS = 5 * 60_000;
const FIRST_DELAY_MS = 20_000;
/** Longer than a reply may take: what is still being written is read in a later round. */
const SETTLED_MS = 10 * 60_000;
const WINDOW_DAYS = 14;
const DAY_MS = 86_400_000;
const MESSAGES_PER_STEP = 5_000;
const PERSONAS_PER_STEP = 500;
const WORDS_PER_STEP = 200;
/** Of each kind, so that a round has an end; the next one goes on where this one stopped. */
const STEPS_MAX = 40;
const ROWS_FORGOTTEN_MAX = 5_000;

/**
 * Counts who talked to whom lately and works out from it what trends, in small steps, outside of any request. Several processes may do it at once: each step moves
 * the mark that it began at, and who finds it moved writes nothing.
 */
@Injectable()
export class KeepTrendsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Discovery');
  private readonly job: IntervalJob;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: TrendRepository,
    private readonly talk: PaidTalk,
  ) {
    this.job = new IntervalJob(
      () => this.round(new Date()),
      INTERVAL_MS,
      (error) => this.logger.warn(`what trends could not be worked out and will be tried again: ${String(error)}`),
    );
  }

  onApplicationBootstrap(): void {
    this.job.start(FIRST_DELAY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    await this.job.stop();
  }

  /** One round, as of `now`; what was asked for in the last ten minutes is left for the next one. */
  async round(now: Date): Promise<void> {
    await this.#repeat(() => this.#count(now));
    await this.repository.forget(new Date(now.getTime() - WINDOW_DAYS * DAY_MS), ROWS_FORGOTTEN_MAX);
    await this.#repeat(() => this.#score(now));
    await this.#sweep();
  }

  async #repeat(step: () => Promise<boolean>): Promise<void> {
    for (let steps = 0; steps < STEPS_MAX && (await step()); steps += 1);
  }

  /** True while there is more. */
  async #count(now: Date): Promise<boolean> {
    const { repliesUpto } = await this.repository.progress();
    const since = new Date(now.getTime() - WINDOW_DAYS * DAY_MS);
    const before = new Date(now.getTime() - SETTLED_MS);
    const { lastId, isFull, paid } = await this.talk.source.repliesAfter(repliesUpto, since, before, MESSAGES_PER_STEP);
    if (lastId === null) return false;
    const moved = await this.unitOfWork.run('count-visits', async (tx) => {
      if (!(await this.repository.advance(tx, { repliesUpto }, { repliesUpto: lastId }))) return false;
      if (paid.length > 0) await this.repository.addVisits(tx, paid);
      return true;
    });
    return moved && isFull;
  }

  async #score(now: Date): Promise<boolean> {
    const { scoredUpto } = await this.repository.progress();
    return this.unitOfWork.run('score-personas', async (tx) => {
      const last = await this.repository.score(tx, scoredUpto, PERSONAS_PER_STEP, now);
      return (await this.repository.advance(tx, { scoredUpto }, { scoredUpto: last })) && last !== null;
    });
  }

  async #sweep(): Promise<void> {
    const { wordsUpto } = await this.repository.progress();
    await this.unitOfWork.run('sweep-words', async (tx) => {
      const last = await this.repository.sweepWords(tx, wordsUpto, WORDS_PER_STEP);
      await this.repository.advance(tx, { wordsUpto }, { wordsUpto: last });
    });
  }
}
