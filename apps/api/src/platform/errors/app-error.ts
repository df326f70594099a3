import { ERROR_TABLE, type ErrorCode } from '@troupe/contracts/errors';

/** An expected refusal with a code that clients know. The message is for people and holds no secret. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: unknown,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  get statusCode(): number {
    return ERROR_TABLE[this.code].status;
  }
}

/** The one answer for what is not there and for what is not yours. */
export const notFound = (what: string): AppError => new AppError('not_found', `${what} was not found`);
