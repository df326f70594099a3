import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { SchemaFiles } from './engine.ts';

/** The folders that migrations work with. */
export interface MigrationFolders {
  readonly schemaDir: string;
  readonly migrationsDir: string;
}

/** This repository's own. */
export const REPOSITORY_FOLDERS: MigrationFolders = {
  schemaDir: fileURLToPath(new URL('../../../../prisma/schema', import.meta.url)),
  migrationsDir: fileURLToPath(new URL('../../../../prisma/migrations', import.meta.url)),
};

const SNAPSHOT = 'schema.snapshot.prisma';
const SCRIPT = 'migration.sql';

/** Every `.prisma` file of the schema, by name. */
export function readSchema({ schemaDir }: MigrationFolders): SchemaFiles {
  return readdirSync(schemaDir)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((path) => ({ path, content: readFileSync(join(schemaDir, path), 'utf8') }));
}

/** The schema that the migrations produce, as of the newest one; empty before the first. */
export function readSnapshot({ migrationsDir }: MigrationFolders): SchemaFiles {
  const file = join(migrationsDir, SNAPSHOT);
  return existsSync(file) ? [{ path: SNAPSHOT, content: readFileSync(file, 'utf8') }] : [];
}

/** Records that the migrations produce this schema. */
export function writeSnapshot({ migrationsDir }: MigrationFolders, schema: SchemaFiles): void {
  const header = '// The schema as of the newest migration, written by migrate.ts: never edit it by hand.\n\n';
  mkdirSync(migrationsDir, { recursive: true });
  writeFileSync(
    join(migrationsDir, SNAPSHOT),
    header +
      schema
        .map(({ content }) => content.trim())
        .join('\n\n')
        .concat('\n'),
  );
}

/** The names of all migrations, oldest first. */
export function migrationNames({ migrationsDir }: MigrationFolders): string[] {
  if (!existsSync(migrationsDir)) return [];
  return readdirSync(migrationsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(migrationsDir, entry.name, SCRIPT)))
    .map(({ name }) => name)
    .sort();
}

/** Writes the script of a new migration and returns its path. */
export function writeMigration({ migrationsDir }: MigrationFolders, name: string, sql: string): string {
  const file = join(migrationsDir, name, SCRIPT);
  mkdirSync(join(migrationsDir, name), { recursive: true });
  writeFileSync(file, sql, { flag: 'wx' });
  return file;
}

/** The migrations in the form that the engine takes. */
export function migrationList(folders: MigrationFolders): MigrationList {
  return {
    baseDir: folders.migrationsDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(folders).map((path) => ({
      path,
      migrationFile: {
        path: SCRIPT,
        content: { tag: 'ok', value: readFileSync(join(folders.migrationsDir, path, SCRIPT), 'utf8') },
      },
    })),
  };
}
