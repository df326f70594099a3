import type { PictureRefusal } from '@troupe/contracts/http/creator';
import { LIMITS } from '@troupe/contracts/limits';
import { AppError } from '../errors/app-error.ts';

const SENTENCES: Readonly<Record<PictureRefusal, string>> = {
  not_a_picture: 'This is no picture we can read: send a JPEG, PNG or WebP',
  broken: 'This picture is damaged and can’t be read to its end',
  too_many_pixels: `This picture has too many pixels: at most ${LIMITS.picturePixelsMax / 1_000_000} million`,
  too_small: `This picture is too small: each side needs at least ${LIMITS.pictureSideMin} pixels`,
  crop_outside: 'The crop reaches outside the picture',
};

export const pictureRefused = (reason: PictureRefusal, cause?: unknown): AppError =>
  new AppError('picture_refused', SENTENCES[reason], { reason }, { cause });
export const pictureTooLarge = (): AppError =>
  new AppError('payload_too_large', `A picture may have up to ${LIMITS.pictureBytesMax / 1024 / 1024} MB`);
export const tooManyPictures = (): AppError =>
  new AppError('rate_limited', `At most ${LIMITS.picturesPerDayMax} pictures a day`);
