import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { IntervalJob } from '../../platform/jobs/interval-job.ts';
import type { CatalogueEntry } from './domain/catalogue.ts';
import { LlmRepository } from './llm.repository.ts';

/** Reads ahead of the age that is allowed, so that nobody who asks for a rate waits for the database. */
const READS_WITHIN_AGE = 3;

/** The catalogue in memory, read again before it is too old. */
@Injectable()
export class ModelCatalogueService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Llm');
  private readonly job: IntervalJob;
  private entries: ReadonlyMap<string, CatalogueEntry> = new Map();
  private readAtMs = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly repository: LlmRepository,
    @InjectEnv() private readonly env: Env,
  ) {
    this.job = new IntervalJob(
      () => this.read(),
      env.LLM_CATALOGUE_MAX_AGE_MS / READS_WITHIN_AGE,
      (error) => this.logger.warn(`the catalogue of models could not be read: ${String(error)}`),
    );
  }

  /** Doesn't wait: the house opens without its database too, and talks by the providers' own models until then. */
  onApplicationBootstrap(): void {
    this.job.start(0);
  }

  async onModuleDestroy(): Promise<void> {
    await this.job.stop();
  }

  /** As it was last read, however long ago: for routing, which a moment's age can't hurt. Never waits; empty before the first reading. */
  get latest(): ReadonlyMap<string, CatalogueEntry> {
    return this.entries;
  }

  /** Not older than LLM_CATALOGUE_MAX_AGE_MS: for rates. Waits for the database only after it was away that long, and then throws what it throws. */
  async current(): Promise<ReadonlyMap<string, CatalogueEntry>> {
    if (performance.now() - this.readAtMs > this.env.LLM_CATALOGUE_MAX_AGE_MS) await this.read();
    return this.entries;
  }

  /** One reading at a time, whoever asks. */
  private read(): Promise<void> {
    this.reading ??= this.readNow().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async readNow(): Promise<void> {
    const beganAtMs = performance.now();
    const models = await this.repository.activeModels();
    this.entries = new Map(models.map((model) => [model.name, model]));
    this.readAtMs = beganAtMs;
  }
}
