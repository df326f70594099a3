import { createHmac } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { TrainingRefusal } from '@troupe/contracts/http/training';
import { LIMITS } from '@troupe/contracts/limits';
import { UnitOfWork } from '@troupe/database';
import { SealBroken } from '../../../platform/crypto/seal.ts';
import { IntervalJob } from '../../../platform/jobs/interval-job.ts';
import { IndexKeys } from './index-keys.ts';
import { JudgePassagesService } from './judge-passages.service.ts';
import { type ClaimedFile, type ReadFile, ReadingRepository } from './reading.repository.ts';
import { bucketsOf } from './search/blind-index.ts';
import { FileRefused } from './text/refusal.ts';
import { runExtract } from './text/run-extract.ts';
import { TrainingRepository } from './training.repository.ts';
import { TrainingVault } from './training-vault.ts';

/** Longer than the longest file takes; then whoever began is taken for dead. */
const LEASE_MS = 90_000;
/** A file that took three processes with it, or that none of them could store. */
const ATTEMPTS_MAX = 3;
/** What another process left behind; an own upload is read at once. */
const LOOK_EVERY_MS = 10_000;
/** Between two of these this process does something else. */
const SEALED_AT_ONCE = 100;

/** Reads files that have arrived, one at a time in each process: text, rules of care, passages, index. */
@Injectable()
export class ReadFilesService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('TrainingData');
  private readonly job: IntervalJob;
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: TrainingRepository,
    private readonly reading: ReadingRepository,
    private readonly vault: TrainingVault,
    private readonly indexKeys: IndexKeys,
    private readonly judging: JudgePassagesService,
  ) {
    this.job = new IntervalJob(
      () => this.readAll(),
      LOOK_EVERY_MS,
      (error) => this.warn('files', error),
    );
  }

  onApplicationBootstrap(): void {
    if (this.vault.isOpen) this.job.start(LOOK_EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await this.job.stop();
    await this.running;
  }

  /** Something has arrived. Returns at once. */
  wake(): void {
    this.readAll().catch((error: unknown) => this.warn('files', error));
  }

  /** Whoever asks while it runs is answered when all is read that was there. */
  private readAll(): Promise<void> {
    const run = (this.running ?? Promise.resolve()).catch(() => undefined).then(() => this.readWaiting());
    const settled = run.finally(() => {
      if (this.running === settled) this.running = undefined;
    });
    this.running = settled;
    return settled;
  }

  private async readWaiting(): Promise<void> {
    while (!this.stopping) {
      const file = await this.reading.claim(LEASE_MS);
      if (file === undefined) return;
      await this.readOne(file).catch((error: unknown) => this.warn(`file ${file.id}`, error));
    }
  }

  private async readOne(file: ClaimedFile): Promise<void> {
    try {
      if (file.attempts > ATTEMPTS_MAX) throw new FileRefused('broken');
      await this.keep(file, await this.readFile(file));
    } catch (error) {
      // What was changed behind our back won't get better.
      if (error instanceof SealBroken) this.logger.error(error.message);
      else if (!(error instanceof FileRefused)) throw error;
      await this.refuse(file, error instanceof FileRefused ? error.reason : 'broken');
    }
  }

  private async readFile(file: ClaimedFile): Promise<ReadFile> {
    const indexKey = await this.indexKeys.find(file.personaId);
    if (indexKey === undefined) throw new Error('a persona has a file and no index');
    const open = this.vault.open(file);
    const { name } = this.vault.openAbout(open, file.about);
    const parts = await this.reading.parts(file.id);
    const bytes = Uint8Array.from(
      Buffer.concat(parts.map(({ offsetBytes, sealed }) => this.vault.openPart(open, offsetBytes, sealed))),
    );
    const digest = Uint8Array.from(createHmac('sha256', indexKey).update('file').update(bytes).digest());
    // Before any work is done on it; told again with the lock.
    if (await this.reading.isKnown(file.personaId, digest)) throw new FileRefused('duplicate');
    const { kind, charCount, passages, postings } = await runExtract(bytes);
    const mature = await this.judging.judge(passages);
    const sealed: ReadFile['passages'] = [];
    for (const [number, text] of passages.entries()) {
      sealed.push({ number, sealed: this.vault.sealPassage(open, number, mature, text) });
      if (number % SEALED_AT_ONCE === 0) await breathe();
    }
    const about = this.vault.sealAbout(open, { name, kind });
    return { about, digest, charCount, mature, passages: sealed, buckets: await bucketsOf(indexKey, postings) };
  }

  private async keep(file: ClaimedFile, read: ReadFile): Promise<void> {
    await this.unitOfWork.run('keep-training-file', async (tx) => {
      if (!(await this.repository.lock(tx, file.creatorId, file.personaId))) return;
      const { ofPersona, ofCreator } = await this.reading.charsOf(tx, file.personaId, file.creatorId);
      const isFull =
        ofPersona + read.charCount > LIMITS.trainingPersonaCharsMax ||
        ofCreator + read.charCount > LIMITS.trainingCreatorCharsMax;
      if (isFull) throw new FileRefused('persona_full');
      if (await this.reading.isThere(tx, file.personaId, read.digest)) throw new FileRefused('duplicate');
      await this.reading.finish(tx, file, read);
    });
  }

  private async refuse(file: ClaimedFile, reason: TrainingRefusal): Promise<void> {
    await this.unitOfWork.run('refuse-training-file', (tx) => this.repository.refuse(tx, file.id, reason));
  }

  /** Names of files and rows only: whatever was in them is in no log. */
  private warn(what: string, error: unknown): void {
    this.logger.warn(`training data: ${what} could not be read: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}
