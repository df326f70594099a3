import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from './generated/client.ts';
import { retryTransient } from './retry.ts';
import { UnitOfWork } from './unit-of-work.ts';

export interface DatabaseOptions {
  url: string;
  /** Connections of this process, shared by Prisma and the hand-written statements. */
  poolMax: number;
  applicationName: string;
  /** Settings of every connection, as `-c name=value`. */
  settings?: string;
}

/** One process's way to Postgres: a pool, the Prisma client over that same pool, and the unit of work. */
export interface Database {
  pool: Pool;
  /** For reads outside of a transaction, which are sent again when their connection breaks; writes go through `unitOfWork`. */
  prisma: PrismaClient;
  unitOfWork: UnitOfWork;
  /** True when a trivial query answers. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** Longer than any statement of ours under load, shorter than a person waits. */
const STATEMENT_TIMEOUT_MS = 15_000;
const LOCK_TIMEOUT_MS = 5_000;
/** A forgotten open transaction would hold wallets' locks and the ledger's horizon. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 15_000;

/**
 * Opens the pool lazily: nothing connects before the first query.
 * `onConnectionLost` hears once of each connection that broke (a server restart), idle or in use; the pool replaces it by itself.
 */
export function openDatabase(options: DatabaseOptions, onConnectionLost: (error: Error) => void): Database {
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolMax,
    application_name: options.applicationName,
    ...(options.settings !== undefined && { options: options.settings }),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
  });
  reportLostConnections(pool, onConnectionLost);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    pool,
    prisma: withRetriedReads(prisma),
    unitOfWork: new UnitOfWork(prisma),
    async isReachable() {
      try {
        await pool.query('SELECT 1');
        return true;
      } catch {
        return false;
      }
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

const READS = new Set([
  'findUnique',
  'findUniqueOrThrow',
  'findFirst',
  'findFirstOrThrow',
  'findMany',
  'count',
  'aggregate',
  'groupBy',
  '$queryRaw',
]); // prettier-ignore
/** A broken connection fails at once; what takes longer was a wait for a connection or a lock, which another wait makes no better. */
const READ_RETRY_WITHIN_MS = 1_000;

/** The unit of work keeps the client without this: a statement of a transaction can't be repeated alone. */
function withRetriedReads(prisma: PrismaClient): PrismaClient {
  const retrying = prisma.$extends({
    query: {
      $allOperations: ({ operation, args, query }) =>
        READS.has(operation) ? retryTransient(() => query(args), { withinMs: READ_RETRY_WITHIN_MS }) : query(args),
    },
  });
  // The extension adds nothing to the client's surface; its type only says so at length.
  return retrying as unknown as PrismaClient;
}

/**
 * The pool listens to a connection only while it is idle. One that is checked out and between two queries, as in the middle of a
 * transaction, has no listener of its own, and an `error` event without one ends the process: so each connection gets one for life.
 */
function reportLostConnections(pool: Pool, onConnectionLost: (error: Error) => void): void {
  pool.on('connect', (client) => {
    let reported = false;
    client.on('error', (error) => {
      // The server's farewell and the closed socket behind it are one loss.
      if (!reported) onConnectionLost(error);
      reported = true;
    });
  });
  // The pool repeats what an idle connection's own listener has told already, and would throw if nobody listened.
  pool.on('error', () => undefined);
}
