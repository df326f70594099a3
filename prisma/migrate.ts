/**
 * Migrations from the command line:
 *
 *   node prisma/migrate.ts deploy               apply what the database lacks
 *   node prisma/migrate.ts status               compare the database with prisma/migrations
 *   node prisma/migrate.ts new <name>           write a migration from the changes of prisma/schema
 *   node prisma/migrate.ts check                fail when the schema changed without a migration (needs no database)
 *   node prisma/migrate.ts accept               record that a migration written by hand covers the schema
 *   node prisma/migrate.ts rolled-back <name>   let a failed migration be tried again
 *
 * The database is DATABASE_URL, else the embedded server if it runs. What the schema was at the newest migration is
 * kept in prisma/migrations/schema.snapshot.prisma, so a new migration is the difference of two texts and needs
 * neither a database nor the history of the repository.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runningEmbeddedPostgresUrl } from '@troupe/database/embedded-postgres';
import {
  acceptSchema,
  createMigration,
  markRolledBack,
  migrateDeploy,
  migrateStatus,
  schemaChanges,
} from '@troupe/database/migrate';

const USAGE = 'Usage: node prisma/migrate.ts deploy | status | new <name> | check | accept | rolled-back <name>';
const BY_HAND = 'Finish it by hand: CHECKs, triggers, functions and partial indexes are not in the schema files.';

async function main([command, argument]: string[]): Promise<number> {
  switch (command) {
    case 'deploy':
      return deploy();
    case 'status':
      return status();
    case 'check':
      return check();
    case 'new':
      if (argument === undefined) break;
      console.log(`${await createMigration(argument, new Date())}\n${BY_HAND}`);
      return 0;
    case 'accept':
      acceptSchema();
      console.log('The snapshot now equals the schema files.');
      return 0;
    case 'rolled-back':
      if (argument === undefined) break;
      await markRolledBack(databaseUrl(), argument);
      console.log(`${argument} will be tried again by the next deploy.`);
      return 0;
  }
  console.error(USAGE);
  return 2;
}

async function deploy(): Promise<number> {
  const applied = await migrateDeploy(databaseUrl());
  for (const name of applied) console.log(`applied ${name}`);
  if (applied.length === 0) console.log('The database has every migration.');
  return 0;
}

async function status(): Promise<number> {
  const found = await migrateStatus(databaseUrl());
  for (const [state, names] of Object.entries(found)) {
    for (const name of names) console.log(`${state.padEnd(8)} ${name}`);
  }
  return found.failed.length + found.edited.length + found.unknown.length === 0 ? 0 : 1;
}

async function check(): Promise<number> {
  const changes = await schemaChanges();
  if (changes === '') return 0;
  console.error(`prisma/schema changed, but no migration says so:\n\n${changes}\n`);
  console.error(
    'Write it: node prisma/migrate.ts new <name>. If one was written by hand: node prisma/migrate.ts accept',
  );
  return 1;
}

function databaseUrl(): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  if (existsSync(`${root}.env`)) process.loadEnvFile(`${root}.env`);
  const { DATABASE_URL } = process.env;
  const url = DATABASE_URL || runningEmbeddedPostgresUrl({ dataDir: `${root}.data/postgres` });
  if (url !== undefined) return url;
  throw Object.assign(new Error('There is no database to work on.'), {
    remedy: 'Set DATABASE_URL, or start the embedded server: node scripts/database.mjs',
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Error) || !('remedy' in error)) throw error;
  console.error(`${error.message}\n${String(error.remedy)}`);
  process.exitCode = 1;
}
