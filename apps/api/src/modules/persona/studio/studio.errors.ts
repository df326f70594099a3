import type { PublishProblem } from '@troupe/contracts/http/creator-persona';
import { LIMITS } from '@troupe/contracts/limits';
import { AppError, notFound } from '../../../platform/errors/app-error.ts';

export const versionNotFound = (): AppError => notFound('This version');
export const creatorProfileRequired = (): AppError =>
  new AppError('creator_profile_required', 'Become a creator first: it takes a handle and a yes to the terms');
export const changedMeanwhile = (): AppError =>
  new AppError('changed_meanwhile', 'This persona was saved elsewhere since you opened it. Open it again to see that');
export const tooManyPersonas = (): AppError =>
  new AppError('too_many_personas', `A creator has up to ${LIMITS.personasPerCreatorMax} personas: delete one first`);
export const notPublishable = (problems: PublishProblem[]): AppError =>
  new AppError('persona_not_publishable', 'Something has to change before fans can meet this persona', { problems });
export const storageFull = (): AppError =>
  new AppError(
    'storage_full',
    'Your personas keep as much as one creator may: delete one, or something that they know',
  );
export const personaTooLong = (): AppError =>
  new AppError(
    'payload_too_large',
    `All texts of a persona together may have up to ${LIMITS.personaBytesMax / 1024} kB`,
  );
