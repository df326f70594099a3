import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { binariesIn, canRun, findBinaries, type PostgresBinaries } from './binaries.ts';
import { EmbeddedPostgresProblem, errorCode } from './problem.ts';

/** The user that the server runs as; empty means "as ourselves". */
export interface ServerIdentity {
  readonly uid?: number;
  readonly gid?: number;
}

/** Where a cluster lives, which programs run it, and as whom. */
export interface ServerHome {
  readonly dataDir: string;
  readonly binaries: PostgresBinaries;
  readonly identity: ServerIdentity;
}

/** Used as root only, when the server's user cannot enter the project's folder. */
const SYSTEM_HOME = '/var/lib/troupe';
const SERVER_USER = 'postgres';
const ADD_SYSTEM_USER = ['useradd', '--system', '--user-group', '--shell', '/usr/sbin/nologin'] as const;

/**
 * Decides where the server lives. For an ordinary user that is simply `dataDir`. Postgres refuses to run as root, so
 * there it runs as the user `postgres`, which is created when missing. That user cannot enter a project under /root
 * or another closed folder: the cluster and the programs then live under /var/lib/troupe.
 * @throws EmbeddedPostgresProblem when there is no such user, or no place that it can use.
 */
export function prepareHome(dataDir: string): ServerHome {
  const binaries = findBinaries();
  mkdirSync(dirname(dataDir), { recursive: true });
  if (!isRoot()) return { dataDir, binaries, identity: {} };

  const identity = ownerOfCluster(dataDir) ?? ownerOfCluster(systemDataDir(dataDir)) ?? serverUser();
  letOthersThrough(dirname(dataDir));
  return {
    identity,
    dataDir: locateData(dataDir, identity),
    binaries: canRun(binaries.postgres, identity) ? binaries : copyBinaries(binaries, identity),
  };
}

/** Every folder that may hold the data of this cluster: what a reset must delete. */
export function foldersOf(dataDir: string): string[] {
  return isRoot() ? [dataDir, dirname(systemDataDir(dataDir))] : [dataDir];
}

/** Where the data is now, without preparing anything: for looking and for stopping. */
export function currentDataDir(dataDir: string): string {
  const elsewhere = systemDataDir(dataDir);
  return !hasCluster(dataDir) && isRoot() && hasCluster(elsewhere) ? elsewhere : dataDir;
}

/** Makes an empty folder that belongs to the server's user and is closed to everybody else, as Postgres demands. */
export function makeServerFolder(path: string, identity: ServerIdentity): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  giveTo(path, identity);
}

/** Hands a file or folder to the server's user. */
export function giveTo(path: string, { uid, gid }: ServerIdentity): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function hasCluster(dataDir: string): boolean {
  return existsSync(join(dataDir, 'PG_VERSION'));
}

function systemDataDir(dataDir: string): string {
  const project = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  return join(SYSTEM_HOME, project, basename(dataDir));
}

function locateData(dataDir: string, identity: ServerIdentity): string {
  const elsewhere = systemDataDir(dataDir);
  if (canEnter(dirname(dataDir), identity)) return currentDataDir(dataDir);
  makeSystemFolder(dirname(elsewhere), dataDir);
  return elsewhere;
}

/** A cluster made by an ordinary user keeps belonging to that user, also when root starts it later. */
function ownerOfCluster(dataDir: string): ServerIdentity | undefined {
  if (!hasCluster(dataDir)) return undefined;
  const { uid, gid } = statSync(join(dataDir, 'PG_VERSION'));
  return uid === 0 ? undefined : { uid, gid };
}

function serverUser(): ServerIdentity {
  const known = lookUpUser(SERVER_USER);
  if (known !== undefined) return known;
  const [program, ...flags] = ADD_SYSTEM_USER;
  spawnSync(program, [...flags, SERVER_USER], { stdio: 'ignore' });
  // `nobody` exists everywhere, also where users cannot be added.
  const identity = lookUpUser(SERVER_USER) ?? lookUpUser('nobody');
  if (identity !== undefined) return identity;
  throw new EmbeddedPostgresProblem(
    'Postgres does not run as root, and the user it should run as could not be created.',
    'Start as an ordinary user, add a user named postgres, or set DATABASE_URL to a server of your own.',
  );
}

function lookUpUser(name: string): ServerIdentity | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number.parseInt(stdout, 10) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function canEnter(folder: string, identity: ServerIdentity): boolean {
  const test = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...identity, cwd: '/', stdio: 'ignore' });
  return test.status === 0;
}

/** The folder round the cluster is ours: let the server's user pass through it, without listing it. */
function letOthersThrough(folder: string): void {
  const { mode, uid } = statSync(folder);
  if (uid === 0 && (mode & 0o001) === 0) chmodSync(folder, mode | 0o011);
}

function copyBinaries(binaries: PostgresBinaries, identity: ServerIdentity): PostgresBinaries {
  const target = join(SYSTEM_HOME, `postgres-${binaries.version}`);
  const copied = binariesIn(target, binaries.version);
  if (!existsSync(target)) {
    makeSystemFolder(SYSTEM_HOME, binaries.nativeDir);
    const draft = `${target}.${process.pid}.tmp`;
    cpSync(binaries.nativeDir, draft, { recursive: true, verbatimSymlinks: true });
    openTree(draft);
    renameSync(draft, target);
  }
  if (canRun(copied.postgres, identity)) return copied;
  throw noPlaceFor(binaries.nativeDir);
}

/** A restrictive umask may have closed what was copied. */
function openTree(folder: string): void {
  spawnSync('chmod', ['-R', 'a+rX', folder], { stdio: 'ignore' });
}

function makeSystemFolder(folder: string, insteadOf: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const path of new Set([SYSTEM_HOME, folder])) chmodSync(path, 0o755);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw noPlaceFor(insteadOf);
  }
}

function noPlaceFor(path: string): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    `Postgres does not run as root, and its own user can use neither ${path} nor ${SYSTEM_HOME}.`,
    'Start as an ordinary user, move the project to a folder that others may enter, or set DATABASE_URL.',
  );
}

/** Deletes the folders of a cluster. The server must be stopped. */
export function deleteFolders(dataDir: string): void {
  for (const folder of foldersOf(dataDir)) rmSync(folder, { recursive: true, force: true });
}
