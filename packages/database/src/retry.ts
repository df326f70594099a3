import { isNativeError } from 'node:util/types';

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
/**
 * Prisma's own words for the same: not reachable, timed out, connection closed, no connection free, no transaction in time, write conflict.
 * https://www.prisma.io/docs/orm/reference/error-reference
 */
const TRANSIENT_PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034']);
/** And what its driver adapter calls them. */
const TRANSIENT_ADAPTER_KINDS = new Set([
  'ConnectionClosed',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TooManyConnections',
  'TransactionWriteConflict',
]);
/** What pg says without a code: of a connection that broke before or while it was used, and of a pool that had none to give. */
const TRANSIENT_MESSAGE =
  /connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/i;

/** Thrown when a transient failure outlasted the retries: nothing is known to be written, and the same key may be tried again. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';
}

/** True for a failure of the moment (a lost connection, a deadlock, a crowd), whether pg or Prisma tells of it. */
export function isTransient(error: unknown): boolean {
  if (error instanceof DatabaseBusyError) return true;
  // Not `instanceof`: under test, Node's own errors (a socket's) come from another realm.
  if (!isNativeError(error)) return false;
  const codes = [stringAt(error, 'code'), stringAt(error, 'meta', 'driverAdapterError', 'cause', 'originalCode')];
  return (
    codes.some(
      (code) => TRANSIENT_SQLSTATES.has(code) || TRANSIENT_SOCKET_CODES.has(code) || TRANSIENT_PRISMA_CODES.has(code),
    ) ||
    TRANSIENT_ADAPTER_KINDS.has(stringAt(error, 'meta', 'driverAdapterError', 'cause', 'kind')) ||
    TRANSIENT_MESSAGE.test(error.message)
  );
}

/** The string at a path of properties, or an empty one. */
function stringAt(value: unknown, ...path: string[]): string {
  let current = value;
  for (const name of path) {
    if (typeof current !== 'object' || current === null) return '';
    current = Reflect.get(current, name);
  }
  return typeof current === 'string' ? current : '';
}

const ATTEMPTS_MAX = 4;
const BACKOFF_BASE_MS = 25;

/**
 * Runs an operation that is idempotent by its own key, again after a transient failure, a few times with growing pauses.
 * A refusal or any other error passes through at once; a failure that lasts becomes a `DatabaseBusyError`, and so does one that comes
 * later than `withinMs` after the start: a crowd gets no smaller by queueing again.
 */
export async function retryTransient<Result>(
  operation: () => Promise<Result>,
  { withinMs = Number.POSITIVE_INFINITY } = {},
): Promise<Result> {
  const startedAtMs = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await operation();
    } catch (error) {
      if (!isTransient(error)) throw error;
      if (attempt === ATTEMPTS_MAX || performance.now() - startedAtMs > withinMs) {
        throw new DatabaseBusyError('the database is busy', { cause: error });
      }
      // Jitter: two that deadlocked must not meet again at the same moment.
      const pauseMs = BACKOFF_BASE_MS * 2 ** attempt * (0.5 + Math.random());
      await new Promise((resume) => setTimeout(resume, pauseMs));
    }
  }
}
