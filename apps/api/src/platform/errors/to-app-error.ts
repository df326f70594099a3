import { HttpException } from '@nestjs/common';
import type { ErrorCode } from '@troupe/contracts/errors';
import { isTransient } from '@troupe/database';
import { AppError } from './app-error.ts';

const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'validation_failed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  503: 'busy',
};

const MESSAGE_BY_CODE: Partial<Record<ErrorCode, string>> = {
  unauthenticated: 'Please sign in',
  not_found: 'There is nothing at this address',
  rate_limited: 'Too many requests: please wait a little',
  malformed_json: 'The body is not JSON',
  payload_too_large: 'The request is too large',
  unsupported_media_type: 'Send JSON: content-type application/json',
};

/**
 * Any thrown thing as an AppError. What isn't known becomes `internal` with a message that gives nothing away;
 * the original stays as `cause` for the log.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isTransient(error)) {
    return new AppError('busy', 'We are busy right now: please try again', undefined, { cause: error });
  }
  const status = statusOf(error);
  if (status !== undefined && status < 500) {
    const code = isJsonSyntax(error) ? 'malformed_json' : (CODE_BY_STATUS[status] ?? 'validation_failed');
    return new AppError(code, MESSAGE_BY_CODE[code] ?? 'The request is not valid', undefined, { cause: error });
  }
  return new AppError('internal', 'Something went wrong on our side', undefined, { cause: error });
}

/** Fastify's own refusals carry `statusCode`, Nest's are HttpExceptions. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return undefined;
}

const JSON_CODES: readonly unknown[] = ['FST_ERR_CTP_INVALID_JSON_BODY', 'FST_ERR_CTP_EMPTY_JSON_BODY'];

/** Nest wraps Fastify's refusals, so the code is on the error or on its cause. */
function isJsonSyntax(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof SyntaxError || ('code' in error && JSON_CODES.includes(error.code))) return true;
  return error.cause instanceof Error && error.cause !== error && isJsonSyntax(error.cause);
}
