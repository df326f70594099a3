import { AppError } from '../../platform/errors/app-error.ts';

export const emailTaken = (): AppError => new AppError('email_taken', 'There is an account with this e-mail already');

/** The same for an unknown e-mail and a wrong password: which of them it was is nobody's business. */
export const invalidCredentials = (): AppError =>
  new AppError('invalid_credentials', 'This e-mail and password do not go together');

export const sessionRevoked = (): AppError =>
  new AppError('session_revoked', 'This session has ended: please sign in again');
