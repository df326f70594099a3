import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { ERROR_TABLE, type ErrorBody } from '@troupe/contracts/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppError } from './app-error.ts';
import { toAppError } from './to-app-error.ts';

/** Renders every failure of HTTP in the one error shape and logs it at the level of its code. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const error = toAppError(thrown);
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    logError(this.logger, error, `${request.method} ${request.routeOptions?.url ?? 'unknown route'}`);
    if (reply.sent) return;
    reply.status(error.statusCode).send(renderError(error, String(request.id)));
  }
}

export function renderError(error: AppError, requestId: string): ErrorBody {
  return {
    code: error.code,
    message: error.message,
    statusCode: error.statusCode,
    ...(error.details === undefined ? {} : { details: error.details }),
    requestId,
  };
}

/** A bug gets its stack in the log; an expected refusal one line. */
export function logError(logger: Logger, error: AppError, where: string): void {
  const level = ERROR_TABLE[error.code].log;
  if (level === 'error') {
    const cause = error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : String(error.cause);
    logger.error(`${where}: ${error.code}: ${cause}`);
    return;
  }
  const line = `${where}: ${error.code}: ${error.message}`;
  if (level === 'warn') logger.warn(line);
  else if (level === 'info') logger.log(line);
  else logger.debug(line);
}
