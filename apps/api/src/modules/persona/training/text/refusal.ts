import type { TrainingRefusal } from '@troupe/contracts/http/training';

/** A file that can't be taken, and why. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly reason: TrainingRefusal;

  constructor(reason: TrainingRefusal) {
    super(`the file was refused: ${reason}`);
    this.reason = reason;
  }
}
