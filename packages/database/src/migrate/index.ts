import pg from 'pg';
import { ALL_ENTITIES, withEngine, withEngineOnly } from './engine.ts';
import {
  type MigrationFolders,
  migrationList,
  migrationNames,
  REPOSITORY_FOLDERS,
  readSchema,
  readSnapshot,
  writeMigration,
  writeSnapshot,
} from './files.ts';
import { MigrationProblem } from './problem.ts';

export { type MigrationFolders, REPOSITORY_FOLDERS } from './files.ts';
export { MigrationProblem } from './problem.ts';

/** Any number, as long as everybody who deploys takes the same. Not Prisma's own, which the engine takes inside. */
const DEPLOY_LOCK = 7_300_144_001;

const CONNECT_LIMIT_MS = 10_000;
const EXAMPLE_URL = 'postgresql://user:password@localhost:5432/troupe';

/** What `migrateStatus` finds. */
export interface MigrationStatus {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
  readonly failed: readonly string[];
  /** Applied to the database, but changed in the folder since. */
  readonly edited: readonly string[];
  /** Applied to the database, but no longer in the folder. */
  readonly unknown: readonly string[];
}

/**
 * Applies every migration that the database lacks, oldest first, and records each in `_prisma_migrations`.
 * Several processes may call it at once: one works, the others wait and find nothing left to do.
 * @returns the names of those applied now.
 * @throws MigrationProblem when one fails; what that one did is rolled back, the earlier ones stay.
 */
export async function migrateDeploy(databaseUrl: string, folders = REPOSITORY_FOLDERS): Promise<string[]> {
  return withDeployLock(databaseUrl, () =>
    withEngine(databaseUrl, readSchema(folders), async (engine) => {
      const input = { migrationsList: migrationList(folders), filters: ALL_ENTITIES };
      const { appliedMigrationNames } = await engine.applyMigrations(input);
      return appliedMigrationNames;
    }),
  );
}

/** Compares the database with the folder. @throws MigrationProblem when the database does not answer. */
export async function migrateStatus(databaseUrl: string, folders = REPOSITORY_FOLDERS): Promise<MigrationStatus> {
  await (await connect(databaseUrl)).end();
  const diagnosis = await withEngine(databaseUrl, readSchema(folders), (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList: migrationList(folders),
      optInToShadowDatabase: false,
      filters: ALL_ENTITIES,
    }),
  );
  const { history } = diagnosis;
  const names = migrationNames(folders);
  const pending = history !== null && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [];
  const unknown = history !== null && 'unpersistedMigrationNames' in history ? history.unpersistedMigrationNames : [];
  return {
    applied: names.filter((name) => !pending.includes(name) && !diagnosis.failedMigrationNames.includes(name)),
    pending,
    failed: diagnosis.failedMigrationNames,
    edited: diagnosis.editedMigrationNames,
    unknown,
  };
}

/** Lets a failed migration be tried again. Its script must leave nothing behind when it fails, or be cleaned up first. */
export async function markRolledBack(
  databaseUrl: string,
  migrationName: string,
  folders = REPOSITORY_FOLDERS,
): Promise<void> {
  await withEngine(databaseUrl, readSchema(folders), (engine) => engine.markMigrationRolledBack({ migrationName }));
}

/** The SQL that leads from the schema of the newest migration to the schema files; empty when nothing changed. */
export async function schemaChanges(folders: MigrationFolders = REPOSITORY_FOLDERS): Promise<string> {
  const from = readSnapshot(folders);
  const to = readSchema(folders);
  const { stdout } = await withEngineOnly(to, (engine) =>
    engine.diff({
      from: from.length === 0 ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [...from] },
      to: { tag: 'schemaDatamodel', files: [...to] },
      script: true,
      exitCode: null,
      filters: ALL_ENTITIES,
    }),
  );
  const sql = stdout?.trim() ?? '';
  return sql === '-- This is an empty migration.' ? '' : sql;
}

/**
 * Writes a migration with the changes of the schema since the newest one, and the new snapshot.
 * @param name what it does, in snake case.
 * @returns the path of the script, to be finished by hand.
 */
export async function createMigration(name: string, now: Date, folders = REPOSITORY_FOLDERS): Promise<string> {
  if (!/^[a-z][a-z0-9_]{2,60}$/.test(name)) {
    throw new MigrationProblem(`"${name}" is no name for a migration.`, 'Use snake case, such as add_persona_rating.');
  }
  const stamp = now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const newest = migrationNames(folders).at(-1);
  const folder = `${stamp}_${name}`;
  if (newest !== undefined && newest >= folder) {
    throw new MigrationProblem(`${newest} would come after the new migration.`, 'Set the clock right, or rename it.');
  }
  const sql = await schemaChanges(folders);
  const body = sql === '' ? '-- The schema files did not change: write this one by hand.' : sql;
  const file = writeMigration(folders, folder, `${body}\n`);
  writeSnapshot(folders, readSchema(folders));
  return file;
}

/** Records that the migrations written so far produce the schema files: for one that was written wholly by hand. */
export function acceptSchema(folders: MigrationFolders = REPOSITORY_FOLDERS): void {
  writeSnapshot(folders, readSchema(folders));
}

async function withDeployLock<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const client = await connect(databaseUrl);
  try {
    // A lock of the session, which ends with the connection: a crash never leaves it behind.
    await client.query('SELECT pg_advisory_lock($1)', [DEPLOY_LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new MigrationProblem('DATABASE_URL is no address of a Postgres database.', `It looks like ${EXAMPLE_URL}`);
  }
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  try {
    await client.connect();
  } catch (error) {
    // A refusal by several addresses has an empty message of its own.
    const reason = error instanceof AggregateError ? error.errors.map(String).join(', ') : String(error);
    throw new MigrationProblem(
      `The database ${url.pathname.slice(1)} at ${url.host} does not answer: ${reason.replace(/^\w*[Ee]rror: /, '')}.`,
      'Start it, or mend DATABASE_URL; without DATABASE_URL an embedded Postgres is used.',
    );
  }
  return client;
}
