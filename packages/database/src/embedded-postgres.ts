import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import {
  createCluster,
  explainFailure,
  inspectCluster,
  resetPassword,
  SERVER_ROLE,
  serverEnv,
} from './embedded/cluster.ts';
import { anyFreePort, isPortFree } from './embedded/ports.ts';
import { findRunningServer, readPidFile, removeStalePidFile, stopServer } from './embedded/postmaster.ts';
import { EmbeddedPostgresProblem } from './embedded/problem.ts';
import { isAlive } from './embedded/processes.ts';
import { generatePassword, readOrCreateSecrets } from './embedded/secrets.ts';
import { currentDataDir, deleteFolders, prepareHome, type ServerHome } from './embedded/server-home.ts';
import { livingOwner, readState, removeState, writeState } from './embedded/state.ts';

export { EmbeddedPostgresProblem } from './embedded/problem.ts';
export { generatePassword, readOrCreateSecrets } from './embedded/secrets.ts';

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster; made when missing. Its parent also gets `<name>.json` and, by default, secrets and log. */
  readonly dataDir: string;
  /** A port that must be this one. Without it: the one of last time, else 5433, else any free one. */
  readonly port?: number | undefined;
  /** Database to create when missing. Default `troupe`. */
  readonly database?: string | undefined;
  /** False loses commits in a crash of the machine, and is fast: only for tests. Default true. */
  readonly durable?: boolean | undefined;
  /** Default `secrets.json` beside the data folder. */
  readonly secretsFile?: string | undefined;
  /** Default `logs/postgres.log` beside the data folder. */
  readonly logFile?: string | undefined;
}

export interface EmbeddedPostgres {
  /** Connection string with the password in it: never log it. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly logFile: string;
  /** Where the data is; elsewhere than asked for when root's own folder is closed to the server's user. */
  readonly dataDir: string;
  /** False when another living process runs this server: `stop` then leaves it alone. */
  readonly owned: boolean;
  /** Settles when the server ends, for whatever reason. Never for a server that is not ours. */
  readonly ended: Promise<void>;
  /** Ends connections, writes a checkpoint, waits until the process is gone. May be called twice. */
  stop(): Promise<void>;
}

const DEFAULT_PORT = 5433;
const READY_POLL_MS = 25;
const START_LIMIT_MS = 60_000;
const LOG_ROTATION_BYTES = 10_000_000;

/**
 * Starts Postgres 18 on a data folder, or joins the server that another process runs there.
 * A server whose owner was killed is stopped and started anew, so that it has an owner again.
 * The caller owns the server: it must call `stop`. If it forgets and exits, the server is told to stop.
 * @throws EmbeddedPostgresProblem with a remedy for everything that the person can mend.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const home = prepareHome(dataDir);
  const running = findRunningServer(home.dataDir);
  const ownerAlive = livingOwner(readState(dataDir)) !== undefined;
  if (running !== undefined && ownerAlive) return joinServer(dataDir, home, options);
  if (running !== undefined) await stopServer(running.pid);

  const cluster = inspectCluster(home);
  const { password, isNew } = serverPassword(dataDir, options.secretsFile);
  if (cluster === 'missing') {
    createCluster(home, password);
  } else {
    removeStalePidFile(home.dataDir);
    if (isNew) resetPassword(home, password);
  }
  const port = await choosePort(dataDir, options.port);
  // Written first: whoever comes while the server is starting must see that it has an owner.
  writeState(dataDir, port, true);
  const server = await launch(home, port, options, dataDir);
  const url = connectionUrl(port, password, options.database);
  try {
    await ensureDatabase(url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, url, port, dataDir: home.dataDir, owned: true };
}

/** The connection string of the server that runs on this folder, or undefined when none does. */
export function runningEmbeddedPostgresUrl(
  options: Pick<EmbeddedPostgresOptions, 'dataDir' | 'database' | 'secretsFile'>,
): string | undefined {
  const dataDir = resolve(options.dataDir);
  const running = findRunningServer(currentDataDir(dataDir));
  if (running === undefined) return undefined;
  return connectionUrl(running.port, serverPassword(dataDir, options.secretsFile).password, options.database);
}

/** Stops whatever server runs on this folder, also somebody else's. True when there was one. */
export async function stopEmbeddedPostgres(dataDir: string): Promise<boolean> {
  const running = findRunningServer(currentDataDir(resolve(dataDir)));
  if (running === undefined) return false;
  await stopServer(running.pid);
  return true;
}

/** Stops the server and deletes the cluster, wherever it lives. */
export async function deleteEmbeddedPostgres(dataDir: string): Promise<void> {
  await stopEmbeddedPostgres(dataDir);
  deleteFolders(resolve(dataDir));
  removeState(resolve(dataDir));
}

type RunningServer = Pick<EmbeddedPostgres, 'pid' | 'logFile' | 'ended' | 'stop'>;

async function launch(
  home: ServerHome,
  port: number,
  options: EmbeddedPostgresOptions,
  dataDir: string,
): Promise<RunningServer> {
  const logFile = options.logFile ?? join(dirname(dataDir), 'logs', 'postgres.log');
  const log = openLog(logFile);
  const child = spawn(home.binaries.postgres, ['-D', home.dataDir, ...settings(port, options.durable ?? true)], {
    ...home.identity,
    cwd: '/',
    env: serverEnv(),
    // Its own session: a Ctrl-C in the terminal must reach the owner only, which stops things in their order.
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log.descriptor, log.descriptor],
  });
  closeSync(log.descriptor);
  const ended = once(child, 'exit').then(() => undefined);
  const started = await waitUntilReady(child, ended, home.dataDir);
  if (!started || child.pid === undefined) {
    writeState(dataDir, port, false);
    throw explainFailure(log.readNew(), home.dataDir, 'Postgres does not start');
  }
  const { pid } = child;
  const lastResort = () => {
    if (isAlive(pid)) process.kill(pid, 'SIGINT');
  };
  process.once('exit', lastResort);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) await stopServer(pid);
    await ended;
    process.removeListener('exit', lastResort);
    writeState(dataDir, port, false);
  };
  return { pid, logFile, ended, stop };
}

/** Sized for a laptop: a few hundred MB, loopback only, no socket file. Durable unless a test says otherwise. */
function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: '100',
    shared_buffers: '256MB',
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Resolves true when the server accepts connections, false when it ended first or took too long. */
async function waitUntilReady(child: ChildProcess, ended: Promise<void>, dataDir: string): Promise<boolean> {
  const isReady = () => {
    const postmaster = readPidFile(dataDir);
    return postmaster?.pid === child.pid && postmaster?.ready === true;
  };
  let finish: (ready: boolean) => void = () => undefined;
  const result = new Promise<boolean>((settle) => {
    finish = settle;
  });
  ended.then(
    () => finish(false),
    () => finish(false),
  );
  // The server reports `ready` in its pid file, and in no other way that another program could wait for.
  const look = setInterval(() => isReady() && finish(true), READY_POLL_MS);
  const limit = setTimeout(() => finish(false), START_LIMIT_MS);
  const ready = await result;
  clearInterval(look);
  clearTimeout(limit);
  if (!ready && child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    await stopServer(child.pid);
  }
  return ready;
}

async function joinServer(
  dataDir: string,
  home: ServerHome,
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const deadline = Date.now() + START_LIMIT_MS;
  let server = readPidFile(home.dataDir);
  while (server?.ready !== true) {
    if (Date.now() > deadline || livingOwner(readState(dataDir)) === undefined) {
      throw new EmbeddedPostgresProblem('The Postgres server of this folder does not become ready.', 'Start again.');
    }
    await new Promise((wake) => setTimeout(wake, 100));
    server = readPidFile(home.dataDir);
  }
  if (options.port !== undefined && options.port !== server.port) {
    throw new EmbeddedPostgresProblem(
      `A Postgres server already runs on ${dataDir}, at port ${server.port}.`,
      `Stop it first, or leave out the port ${options.port}.`,
    );
  }
  const { password } = serverPassword(dataDir, options.secretsFile);
  const url = connectionUrl(server.port, password, options.database);
  await ensureDatabase(url);
  const logFile = options.logFile ?? join(dirname(dataDir), 'logs', 'postgres.log');
  const never = new Promise<void>(() => undefined);
  const { port, pid } = server;
  return { url, port, pid, logFile, dataDir: home.dataDir, owned: false, ended: never, stop: async () => undefined };
}

function serverPassword(dataDir: string, secretsFile?: string): { password: string; isNew: boolean } {
  const file = secretsFile ?? join(dirname(dataDir), 'secrets.json');
  const { secrets, created } = readOrCreateSecrets(file, { POSTGRES_PASSWORD: generatePassword });
  return { password: secrets.POSTGRES_PASSWORD, isNew: created.length > 0 };
}

async function choosePort(dataDir: string, wanted: number | undefined): Promise<number> {
  if (wanted !== undefined) {
    if (await isPortFree(wanted)) return wanted;
    throw new EmbeddedPostgresProblem(
      `Port ${wanted}, meant for Postgres, is already in use.`,
      'Stop what uses it, or choose another port.',
    );
  }
  const remembered = readState(dataDir)?.port;
  for (const port of [remembered, DEFAULT_PORT]) {
    if (port !== undefined && (await isPortFree(port))) return port;
  }
  return anyFreePort();
}

function connectionUrl(port: number, password: string, database = 'troupe'): string {
  return `postgresql://${SERVER_ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

async function ensureDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  const database = maintenance.pathname.slice(1);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

function openLog(file: string): { descriptor: number; readNew: () => string } {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > LOG_ROTATION_BYTES) renameSync(file, `${file}.1`);
  // The server writes into the file itself: a pipe to us would break it if we were killed.
  const descriptor = openSync(file, 'a');
  const { size } = statSync(file);
  return { descriptor, readNew: () => readFileSync(file).subarray(size).toString('utf8') };
}
