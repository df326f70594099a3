import type { ErrorCode } from '@troupe/contracts/errors';

/**
 * What can go wrong before an answer of the API is there: `network` (no connection), `timeout` (the deadline of the
 * call passed), `aborted` (the caller's own signal), `bad_answer` (an answer that the contract doesn't know).
 */
export type TransportErrorCode = 'network' | 'timeout' | 'aborted' | 'bad_answer';

export interface ApiErrorInit {
  code: ErrorCode | TransportErrorCode;
  status: number;
  message: string;
  requestId?: string | null;
  details?: unknown;
  cause?: unknown;
}

/**
 * The one error of this package. Switch on `code`, never on `message`. `status` is the HTTP status, or 0 when there was
 * no answer. `requestId` is what support asks for; null when the request never got one.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode | TransportErrorCode;
  readonly status: number;
  readonly requestId: string | null;
  readonly details: unknown;

  constructor(init: ApiErrorInit) {
    super(init.message, { cause: init.cause });
    this.code = init.code;
    this.status = init.status;
    this.requestId = init.requestId ?? null;
    this.details = init.details;
  }
}
