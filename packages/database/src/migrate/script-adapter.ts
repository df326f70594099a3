import { PrismaPg } from '@prisma/adapter-pg';
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** Prisma's adapter, with scripts run as Postgres understands them, and the last failure of one. */
export interface ScriptDatabase {
  readonly factory: SqlMigrationAwareDriverAdapterFactory;
  /** What Postgres said when a script failed, with the line of the script. */
  lastFailure(): string | undefined;
  close(): Promise<void>;
}

/**
 * Prisma's adapter cuts a script at every semicolon, which breaks function bodies, and runs the pieces one by one, so
 * a failure leaves half of them done. Here a script goes to the server as a whole: Postgres parses it, and runs it in
 * one transaction unless it commits itself.
 */
export function scriptDatabase(databaseUrl: string): ScriptDatabase {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const prisma = new PrismaPg(pool);
  let failure: string | undefined;

  const executeScript = async (script: string): Promise<void> => {
    try {
      await pool.query(script);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      failure = describe(error, script);
      throw new DriverAdapterError({
        kind: 'postgres',
        code: error.code ?? 'XX000',
        severity: error.severity ?? 'ERROR',
        message: failure,
        detail: error.detail,
        column: error.column,
        hint: error.hint,
      });
    }
  };
  const connect = async (): Promise<SqlDriverAdapter> => Object.assign(await prisma.connect(), { executeScript });
  return {
    factory: {
      provider: prisma.provider,
      adapterName: prisma.adapterName,
      connect,
      // Nothing here asks for a shadow database. Prisma's own would end up on the main one, since a connection string
      // outweighs the name it sets.
      connectToShadowDb: () => Promise.reject(new Error('There is no shadow database.')),
    },
    lastFailure: () => failure,
    close: () => pool.end(),
  };
}

function describe(error: pg.DatabaseError, script: string): string {
  const position = Number(error.position ?? Number.NaN);
  const line = Number.isInteger(position) ? ` at line ${script.slice(0, position).split('\n').length}` : '';
  return [`${error.message}${line}`, error.detail, error.hint].filter(Boolean).join(' · ');
}
