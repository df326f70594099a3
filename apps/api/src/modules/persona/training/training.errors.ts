import { LIMITS } from '@troupe/contracts/limits';
import { AppError, notFound } from '../../../platform/errors/app-error.ts';

export const fileNotFound = (): AppError => notFound('This file');
export const trainingUnavailable = (cause?: unknown): AppError =>
  new AppError('training_unavailable', 'Training data can’t be kept or read here right now', undefined, { cause });
export const dataDamaged = (cause: unknown): AppError =>
  new AppError('training_data_damaged', 'This file was changed behind our back and can’t be read', undefined, {
    cause,
  });
export const tooManyFiles = (): AppError =>
  new AppError(
    'training_limit_reached',
    `A persona has up to ${LIMITS.trainingFilesPerPersonaMax} files: delete one first`,
  );
export const tooManyUploads = (): AppError =>
  new AppError(
    'training_limit_reached',
    `Up to ${LIMITS.trainingUnfinishedMax} files can be under way: let some finish, or delete them`,
  );
export const outOfStep = (receivedBytes: number): AppError =>
  new AppError('upload_out_of_step', 'This part is not the next one', { receivedBytes });
export const partTooLarge = (): AppError =>
  new AppError('payload_too_large', `A part has up to ${LIMITS.trainingPartBytesMax / 1024} kB`);
export const notAPart = (): AppError =>
  new AppError('unsupported_media_type', 'Send the bytes of a part: content-type application/octet-stream');
