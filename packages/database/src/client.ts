import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from './generated/client.ts';
import { UnitOfWork } from './unit-of-work.ts';

export interface DatabaseOptions {
  url: string;
  /** Connections of this process, shared by Prisma and the hand-written statements. */
  poolMax: number;
  applicationName: string;
}

/** One process's way to Postgres: a pool, the Prisma client over that same pool, and the unit of work. */
export interface Database {
  pool: Pool;
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
 * `onPoolError` hears of idle connections that broke (a server restart); the pool replaces them by itself.
 */
export function openDatabase(options: DatabaseOptions, onPoolError: (error: Error) => void): Database {
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolMax,
    application_name: options.applicationName,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
  });
  pool.on('error', onPoolError);
  // The pool listens to idle connections only. One that breaks while somebody holds it fails that somebody's next query; without
  // a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    pool,
    prisma,
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
