import { describeError, errorCodeOf } from './errors';

/** What an answer to a birth date means, in a sentence beside it. Whoever is too young is told so in the form's place. */
export function birthDateWords(error: unknown): string {
  return errorCodeOf(error) === 'validation_failed' ? 'Nobody was born on that day.' : describeError(error).hint;
}
