import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import { Prisma } from './generated/client.ts';

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
/** The same as Prisma's driver adapter names them, and its own: no connection or no transaction to be had in time. */
const TRANSIENT_ADAPTER_KINDS = new Set([
  'ConnectionClosed',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TooManyConnections',
  'TransactionWriteConflict',
]);
const TRANSIENT_PRISMA_CODES = new Set(['P2024', 'P2028']);
const TRANSIENT_SOCKET_CODES = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT']);

/** Thrown when a transient failure outlasted the retries: nothing is known to be written, and the same key may be tried again. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';
}

/** True for a failure of the database that has nothing to do with what was asked, whether it came through the pool or through Prisma. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    TRANSIENT_SQLSTATES.has(code) ||
    TRANSIENT_SOCKET_CODES.has(code) ||
    TRANSIENT_PRISMA_CODES.has(code) ||
    isTransientInAdapter(error) ||
    /connection terminated|timeout exceeded when trying to connect|not queryable/i.test(error.message)
  );
}

/** Prisma keeps what the driver said in `meta`; its own code says little more than that a query failed. */
function isTransientInAdapter(error: Error): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const failure = error.meta?.['driverAdapterError'];
  if (failure === undefined || !isDriverAdapterError(failure)) return false;
  const { kind, originalCode } = failure.cause;
  return TRANSIENT_ADAPTER_KINDS.has(kind) || (originalCode !== undefined && TRANSIENT_SQLSTATES.has(originalCode));
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
