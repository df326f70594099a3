import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresProblem, errorCode } from './problem.ts';
import { giveTo, makeServerFolder, type ServerHome } from './server-home.ts';

/** The cluster's only role, its superuser: tests and migrations create databases with it. */
export const SERVER_ROLE = 'troupe';

const RESET_HINT = 'npm run reset deletes it and starts afresh (all local data is lost); or restore it from a backup.';

/** Whether there is a cluster to start. @throws EmbeddedPostgresProblem when the folder holds something unusable. */
export function inspectCluster({ dataDir, binaries }: ServerHome): 'missing' | 'usable' {
  try {
    if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) return 'missing';
  } catch (error) {
    if (errorCode(error) !== 'EACCES') throw error;
    throw new EmbeddedPostgresProblem(
      `The data folder ${dataDir} belongs to another user (number ${statSync(dataDir).uid}).`,
      'Start as that user, or as root run npm run reset.',
    );
  }
  const versionFile = join(dataDir, 'PG_VERSION');
  if (!existsSync(versionFile) || !existsSync(join(dataDir, 'global', 'pg_control'))) {
    throw new EmbeddedPostgresProblem(`The data folder ${dataDir} is damaged: parts of it are missing.`, RESET_HINT);
  }
  const found = readFileSync(versionFile, 'utf8').trim();
  const ours = binaries.version.split('.')[0];
  if (found !== ours) {
    throw new EmbeddedPostgresProblem(
      `The data folder ${dataDir} was made by Postgres ${found}, and this is Postgres ${ours}.`,
      RESET_HINT,
    );
  }
  return 'usable';
}

/**
 * Makes a new cluster. It is built beside its place and moved there when complete, so an interruption never leaves
 * half a cluster that looks like a whole one.
 */
export function createCluster(home: ServerHome, password: string): void {
  const draft = `${home.dataDir}.new`;
  const passwordFile = `${home.dataDir}.password`;
  rmSync(draft, { recursive: true, force: true });
  makeServerFolder(draft, home.identity);
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    giveTo(passwordFile, home.identity);
    // The builtin provider sorts and folds case the same on every system, whatever locales are installed there.
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const identity = [`--username=${SERVER_ROLE}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    runTool(home, home.binaries.initdb, [`--pgdata=${draft}`, ...identity, ...locale, '--no-instructions']);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  // An empty folder may stand in the way.
  rmSync(home.dataDir, { recursive: true, force: true });
  renameSync(draft, home.dataDir);
}

/** Gives the role a new password while the server is stopped: for when the file of secrets was lost. */
export function resetPassword(home: ServerHome, password: string): void {
  const sql = `ALTER ROLE ${SERVER_ROLE} PASSWORD '${password.replaceAll("'", "''")}';\n`;
  runTool(home, home.binaries.postgres, ['--single', '-D', home.dataDir, 'postgres'], sql);
}

/** The environment of every server program: messages in English, because failures are told apart by their text. */
export function serverEnv(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
}

function runTool(home: ServerHome, program: string, args: string[], input = ''): void {
  const done = spawnSync(program, args, { ...home.identity, cwd: '/', env: serverEnv(), input, encoding: 'utf8' });
  if (done.status === 0) return;
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`;
  throw explainFailure(output, home.dataDir, 'Postgres could not prepare its data folder');
}

/** Turns what Postgres printed before it gave up into one sentence and a remedy. */
export function explainFailure(output: string, dataDir: string, what: string): EmbeddedPostgresProblem {
  const causes: [pattern: RegExp, message: string, remedy: string][] = [
    [/no space left on device/i, `${what}: the disk is full.`, 'Free some space and start again.'],
    [/address already in use/i, `${what}: its port is in use.`, 'Stop what uses it, or choose another port.'],
    [/shared memory|cannot allocate memory/i, `${what}: there is too little memory.`, 'Free some and start again.'],
    [/error while loading shared libraries/i, `${what}: a system library is missing.`, 'Run npm ci again.'],
    [
      /permission denied/i,
      `The files in ${dataDir} do not belong to the user that runs Postgres, as after a copy made by root.`,
      'Copy them with their owners (cp -a, tar -p), or npm run reset to start afresh (all local data is lost).',
    ],
    [
      /PANIC|could not open file|could not read file|invalid (data in|checkpoint|magic)|checksum|not a valid data|could not locate a valid checkpoint|incompatible with server|could not access directory/i,
      `The data folder ${dataDir} is damaged.`,
      RESET_HINT,
    ],
  ];
  const firstError = /(?:FATAL|PANIC|ERROR|error):\s*(.+)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? '';
  for (const [pattern, message, remedy] of causes) {
    if (pattern.test(output)) return new EmbeddedPostgresProblem(`${message} Postgres says: ${firstError}`, remedy);
  }
  return new EmbeddedPostgresProblem(`${what}: ${firstError}`, 'The log of the server has the details.');
}
