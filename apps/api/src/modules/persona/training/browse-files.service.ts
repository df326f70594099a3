import { Injectable, Logger } from '@nestjs/common';
import type { TrainingFile, TrainingFilesPage, TrainingPassagesPage } from '@troupe/contracts/http/training';
import { LIMITS } from '@troupe/contracts/limits';
import { UnitOfWork } from '@troupe/database';
import { z } from 'zod';
import { AppError } from '../../../platform/errors/app-error.ts';
import { decodeCursor, encodeCursor } from '../../../platform/ids/cursor.ts';
import { personaNotFound } from '../persona.policy.ts';
import { fileNotFound } from './training.errors.ts';
import { opened, toFile } from './training.presenter.ts';
import { type FileRow, TrainingRepository } from './training.repository.ts';
import { TrainingVault } from './training-vault.ts';

const filePosition = z.object({ id: z.uuid() });
const passagePosition = z.object({ number: z.int32() });

/** A creator's own files. Everything throws `not_found`, and `training_unavailable` or `training_data_damaged` for what doesn't open. */
@Injectable()
export class BrowseFilesService {
  private readonly logger = new Logger('TrainingData');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: TrainingRepository,
    private readonly vault: TrainingVault,
  ) {}

  /** The newest first. */
  async list(
    creatorId: string,
    { personaId, cursor, limit }: { personaId: string; cursor?: string | undefined; limit: number },
  ): Promise<TrainingFilesPage> {
    if (!(await this.repository.ownsPersona(creatorId, personaId))) throw personaNotFound();
    const before = cursor === undefined ? undefined : decodeCursor(filePosition, cursor).id;
    const rows = await this.repository.list(personaId, before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      items: shown.map((row) => this.presentOfMany(row)),
      nextCursor: more ? encodeCursor({ id: last.id }) : null,
    };
  }

  async read(creatorId: string, fileId: string): Promise<TrainingFile> {
    return this.present(await this.require(creatorId, fileId));
  }

  /** What is kept of it, from the beginning; nothing while it isn't ready. */
  async passages(creatorId: string, fileId: string, cursor: string | undefined): Promise<TrainingPassagesPage> {
    const file = await this.require(creatorId, fileId);
    const after = cursor === undefined ? -1 : decodeCursor(passagePosition, cursor).number;
    const rows = await this.repository.passages(fileId, after, LIMITS.trainingPassagesPageMax + 1);
    const shown = rows.slice(0, LIMITS.trainingPassagesPageMax);
    const last = shown.at(-1);
    const more = rows.length > LIMITS.trainingPassagesPageMax && last !== undefined;
    const items = opened(() => {
      const open = this.vault.open(file);
      return shown.map(({ number, sealed }) => ({
        number,
        text: this.vault.openPassage(open, number, file.mature, sealed),
      }));
    });
    return { items, nextCursor: more ? encodeCursor({ number: last.number }) : null };
  }

  /** With all that is kept of it: bytes, passages and index. */
  async delete(creatorId: string, fileId: string): Promise<void> {
    const isGone = await this.unitOfWork.run('delete-training-file', (tx) =>
      this.repository.delete(tx, creatorId, fileId),
    );
    if (!isGone) throw fileNotFound();
  }

  /** One that doesn't open must not hide the others, and can still be deleted. */
  private presentOfMany(row: FileRow): TrainingFile {
    try {
      return this.present(row);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'training_data_damaged') throw error;
      this.logger.error(error.cause instanceof Error ? error.cause.message : error.message);
      return toFile({ ...row, state: 'refused', refusal: 'damaged' }, { name: '', kind: null });
    }
  }

  private async require(creatorId: string, fileId: string): Promise<FileRow> {
    const row = await this.repository.findOwn(creatorId, fileId);
    if (row === null) throw fileNotFound();
    return row;
  }

  private present(row: FileRow): TrainingFile {
    return toFile(
      row,
      opened(() => this.vault.openAbout(this.vault.open(row), row.about)),
    );
  }
}
