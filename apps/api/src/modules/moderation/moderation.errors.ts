import { LIMITS } from '@troupe/contracts/limits';
import { AppError, notFound } from '../../platform/errors/app-error.ts';

export const contentBlocked = (): AppError =>
  new AppError(
    'content_blocked',
    'We can’t pass this message on: it goes against what is safe here. Nothing was sent and nothing was charged',
  );
export const reportNotFound = (): AppError => notFound('This report');
export const reportAlreadyResolved = (): AppError =>
  new AppError('report_already_resolved', 'Somebody has resolved this report differently');
export const tooManyReports = (): AppError =>
  new AppError('rate_limited', `At most ${LIMITS.reportsPerDayMax} reports a day: we are reading them`);
