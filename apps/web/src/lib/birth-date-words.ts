import { describeError, errorCodeOf } from './errors';

/** What an answer to a birth date means, in a sentence beside it. */
export function birthDateWords(error: unknown): string {
  switch (errorCodeOf(error)) {
    case 'validation_failed':
      return 'Nobody was born on that day.';
    case 'underage':
      return 'This is for people of 18 and over. Everything else here stays open to you.';
    default:
      return describeError(error).hint;
  }
}
