import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { IDEMPOTENCY_KEY_HEADER, idempotencyKey } from '@troupe/contracts/http/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error.ts';
import { parseOrThrow } from './validate.ts';

/**
 * The request's `Idempotency-Key`, which names it: done once, answered the same on every retry.
 * Throws `idempotency_key_required` without one, `validation_failed` for one that isn't printable or too long.
 */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const value = context.switchToHttp().getRequest<FastifyRequest>().headers[IDEMPOTENCY_KEY_HEADER];
  if (value === undefined || value === '') {
    throw new AppError('idempotency_key_required', 'Name this request with an Idempotency-Key header');
  }
  return parseOrThrow(idempotencyKey, value);
});
