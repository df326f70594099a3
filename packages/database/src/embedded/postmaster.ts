import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresProblem, errorCode } from './problem.ts';
import { isServerOf, waitUntilGone } from './processes.ts';

/** What a server writes into its data folder's `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const FAST_STOP_LIMIT_MS = 30_000;
const IMMEDIATE_STOP_LIMIT_MS = 10_000;

/**
 * The server that runs on this data folder, or undefined. A `postmaster.pid` left behind by a crash is told apart
 * from a living server, also when its number belongs to another process by now.
 */
export function findRunningServer(dataDir: string): Postmaster | undefined {
  const postmaster = readPidFile(dataDir);
  return postmaster !== undefined && isServerOf(postmaster.pid, dataDir) ? postmaster : undefined;
}

/** Removes a `postmaster.pid` whose server is gone; Postgres itself only sees that its number is in use. */
export function removeStalePidFile(dataDir: string): void {
  if (findRunningServer(dataDir) === undefined) rmSync(join(dataDir, 'postmaster.pid'), { force: true });
}

/**
 * Stops a server and waits until it is gone: first the fast way, which ends connections and writes a checkpoint, then
 * the immediate way, after which the next start recovers from the log. Nothing that was committed is lost in either.
 * @throws EmbeddedPostgresProblem when the server survives both or belongs to somebody else.
 */
export async function stopServer(pid: number): Promise<void> {
  const attempts = [
    { signal: 'SIGINT', limitMs: FAST_STOP_LIMIT_MS },
    { signal: 'SIGQUIT', limitMs: IMMEDIATE_STOP_LIMIT_MS },
  ] as const;
  for (const { signal, limitMs } of attempts) {
    try {
      // Windows knows no signals: there Node ends the process outright, and the next start recovers.
      process.kill(pid, signal);
    } catch (error) {
      if (errorCode(error) === 'ESRCH') return;
      throw new EmbeddedPostgresProblem(
        `The Postgres server (process ${pid}) belongs to another user and cannot be stopped.`,
        `Stop it as that user: kill -INT ${pid}`,
      );
    }
    if (await waitUntilGone(pid, limitMs)) return;
  }
  throw new EmbeddedPostgresProblem(`The Postgres server (process ${pid}) does not stop.`, `End it: kill -9 ${pid}`);
}

/** Reads `postmaster.pid`: line 1 is the process, line 4 the port, line 8 the status. */
export function readPidFile(dataDir: string): Postmaster | undefined {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    // The server removes the file while it stops.
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}
