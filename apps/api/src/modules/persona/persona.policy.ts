import type { Actor } from '../../platform/auth/actor.ts';
import { AppError, notFound } from '../../platform/errors/app-error.ts';

export const personaNotFound = (): AppError => notFound('This persona');
export const ageConfirmationRequired = (): AppError =>
  new AppError('age_confirmation_required', 'This persona is for people who confirmed that they are 18 or older');

/** The door of a mature persona. To visitors and minors it is not there; everybody else is told how to open it. */
export function requireAdult(actor: Pick<Actor, 'age'> | undefined): void {
  if (actor === undefined || actor.age === 'minor') throw personaNotFound();
  if (actor.age !== 'adult') throw ageConfirmationRequired();
}
