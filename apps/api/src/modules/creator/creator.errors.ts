import { CREATOR_TERMS_VERSION } from '@troupe/contracts/http/creator';
import { AppError, notFound } from '../../platform/errors/app-error.ts';

export const creatorNotFound = (): AppError => notFound('This creator');
export const handleTaken = (): AppError => new AppError('handle_taken', 'Somebody has this handle already');
export const handleReserved = (): AppError => new AppError('handle_reserved', 'This handle is kept for the house');
export const termsChanged = (): AppError =>
  new AppError('terms_changed', 'The terms for creators have changed: please read them again', {
    termsVersion: CREATOR_TERMS_VERSION,
  });
export const adultsOnly = (): AppError =>
  new AppError('age_confirmation_required', 'Creators are 18 or older: confirm your age first');
