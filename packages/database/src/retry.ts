/**
 * SQLSTATEs after which the same statement with the same keys may simply be sent again:
 * serialization failure, deadlock, lock timeout, connection lost, server shutting down or starting, too many connections.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const TRANSIENT_SQLSTATES = new Set([
  '40001',
  '40P01',
  '55P03',
  '08000',
  '08003',
  '08006',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]); // prettier-ignore
const TRANSIENT_SOCKET_CODES = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT']);

/** Thrown when a transient failure outlasted the retries: nothing is known to be written, and the same key may be tried again. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    TRANSIENT_SQLSTATES.has(code) ||
    TRANSIENT_SOCKET_CODES.has(code) ||
    /connection terminated|timeout exceeded when trying to connect/i.test(error.message)
  );
}

const ATTEMPTS_MAX = 4;
const BACKOFF_BASE_MS = 25;

/**
 * Runs an operation that is idempotent by its own key, again after a transient failure, a few times with growing pauses.
 * A refusal or any other error passes through at once; a failure that lasts becomes a `DatabaseBusyError`.
 */
export async function retryTransient<Result>(operation: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await operation();
    } catch (error) {
      if (!isTransient(error)) throw error;
      if (attempt === ATTEMPTS_MAX) throw new DatabaseBusyError('the database is busy', { cause: error });
      // Jitter: two that deadlocked must not meet again at the same moment.
      const pauseMs = BACKOFF_BASE_MS * 2 ** attempt * (0.5 + Math.random());
      await new Promise((resume) => setTimeout(resume, pauseMs));
    }
  }
}
