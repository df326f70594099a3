import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '@troupe/database';
import { PurgeJob } from '../../../platform/jobs/purge-job.ts';
import type { MediaStore } from '../../../platform/media/media-store.ts';
import { MEDIA_STORE } from '../../../platform/media/picture-library.service.ts';
import { CardPackRepository } from './card-pack.repository.ts';

const INTERVAL_MS = 3_600_000;
const BATCH_PACKS = 50;
const BATCHES_PER_RUN_MAX = 200;

/** Deletes the files of cards that no persona and no version of one has any more: first from the store, then what is known of them. */
@Injectable()
export class PurgePacksService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly job = new PurgeJob({
    logger: new Logger('CardFiles'),
    what: 'files of cards that are gone',
    intervalMs: INTERVAL_MS,
    batchesPerRunMax: BATCHES_PER_RUN_MAX,
    run: () => this.purgeAll(),
  });

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: CardPackRepository,
    @Inject(MEDIA_STORE) private readonly store: MediaStore,
  ) {}

  onApplicationBootstrap(): void {
    this.job.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.job.stop();
  }

  private async purgeAll(): Promise<void> {
    await this.job.inBatches(BATCH_PACKS, () => this.purge(null));
  }

  /** Some of a creator's, or of everybody's; how many. Throws `busy` when the store is away: the rest stays doomed, and goes another time. */
  async purge(creatorId: string | null): Promise<number> {
    await this.unitOfWork.run('purge-card-files', (tx) => this.repository.doom(tx, creatorId, BATCH_PACKS));
    const keys = await this.repository.findDoomed(creatorId, BATCH_PACKS);
    // A hand that was here before may have taken some of them already: that is no error.
    await Promise.all(keys.map((key) => this.store.remove(key)));
    if (keys.length > 0) await this.repository.forget(keys);
    return keys.length;
  }
}
