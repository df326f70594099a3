import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { OpenTrainingFileRequest, TrainingFile } from '@troupe/contracts/http/training';
import { LIMITS } from '@troupe/contracts/limits';
import { UnitOfWork } from '@troupe/database';
import { readUpload } from '../../../platform/http/upload-bodies.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { personaNotFound } from '../persona.policy.ts';
import { ReadFilesService } from './read-files.service.ts';
import { mayBeText } from './text/decode-text.ts';
import * as errors from './training.errors.ts';
import { opened, toFile } from './training.presenter.ts';
import { type FileRow, TrainingRepository } from './training.repository.ts';
import { TrainingVault } from './training-vault.ts';

/** Takes files in parts, each sealed before it is kept; an upload that was interrupted goes on where it was. */
@Injectable()
export class UploadFileService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: TrainingRepository,
    private readonly vault: TrainingVault,
    private readonly reading: ReadFilesService,
  ) {}

  /** Begins an upload. Throws `not_found`, `training_limit_reached` and `training_unavailable`. */
  async open(creatorId: string, request: OpenTrainingFileRequest): Promise<TrainingFile> {
    const { personaId, name, sizeBytes } = request;
    const { key, ...file } = this.vault.newFile(newId(), personaId);
    const what = { name, kind: null };
    const about = this.vault.sealAbout({ id: file.id, key }, what);
    return this.unitOfWork.run('open-training-file', async (tx) => {
      if (!(await this.repository.lock(tx, creatorId, personaId))) throw personaNotFound();
      if (!(await this.repository.holdPersona(tx, personaId))) throw personaNotFound();
      const files = await this.repository.countFiles(tx, personaId);
      if (files >= LIMITS.trainingFilesPerPersonaMax) throw errors.tooManyFiles();
      const unfinished = await this.repository.countUnfinished(tx, creatorId);
      if (unfinished >= LIMITS.trainingUnfinishedMax) throw errors.tooManyUploads();
      // Its rows come with the first file; whoever reads it needs them then.
      await this.repository.insertIndexKey(tx, personaId, this.vault.newIndexKey(personaId));
      return toFile(await this.repository.insert(tx, { ...file, personaId, sizeBytes, about }), what);
    });
  }

  /**
   * Keeps the part that begins at `offsetBytes`. One that is kept already changes nothing. With the last one the file is read. A file that begins like no text
   * is refused at once, as its answer says. Throws `not_found`, `upload_out_of_step`, `payload_too_large`, `unsupported_media_type` and
   * `training_unavailable`.
   */
  async takePart(
    creatorId: string,
    fileId: string,
    offsetBytes: number,
    body: Readable | undefined,
    declaredBytes: string | undefined,
  ): Promise<TrainingFile> {
    if (body === undefined) throw errors.notAPart();
    const before = await this.require(creatorId, fileId);
    if (before.state !== 'receiving' || offsetBytes < before.receivedBytes) return this.present(before);
    if (offsetBytes > before.receivedBytes) throw errors.outOfStep(before.receivedBytes);
    const partBytesMax = Math.min(LIMITS.trainingPartBytesMax, before.sizeBytes - offsetBytes);
    const bytes = await readUpload(body, declaredBytes, partBytesMax, errors.partTooLarge);
    if (bytes.length === 0) return this.present(before);
    if (offsetBytes === 0 && !mayBeText(bytes)) return this.refuse(creatorId, fileId);
    const sealed = this.vault.sealPart(
      opened(() => this.vault.open(before)),
      offsetBytes,
      bytes,
    );
    const isLast = offsetBytes + bytes.length === before.sizeBytes;
    const part = { fileId, offsetBytes, sealed, sizeBytes: bytes.length, isLast };
    const isKept = await this.unitOfWork.run('keep-training-part', (tx) => this.repository.addPart(tx, part));
    if (isKept && isLast) this.reading.wake();
    return this.present(await this.require(creatorId, fileId));
  }

  private async refuse(creatorId: string, fileId: string): Promise<TrainingFile> {
    await this.unitOfWork.run('refuse-training-file', (tx) => this.repository.refuse(tx, fileId, 'not_text'));
    return this.present(await this.require(creatorId, fileId));
  }

  private async require(creatorId: string, fileId: string): Promise<FileRow> {
    const row = await this.repository.findOwn(creatorId, fileId);
    if (row === null) throw errors.fileNotFound();
    return row;
  }

  private present(row: FileRow): TrainingFile {
    return toFile(
      row,
      opened(() => this.vault.openAbout(this.vault.open(row), row.about)),
    );
  }
}
