import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { errorCode } from './problem.ts';

const POLL_INTERVAL_MS = 25;

/** Whether a process with this number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  // A process that ended stays listed until its parent takes note, which in a container may be never.
  return process.platform !== 'linux' || !'ZX'.includes(linuxStat(pid)?.[0] ?? 'X');
}

/**
 * When a process started, as an opaque token: the same number with another token is another process, since the
 * system uses numbers again. Undefined when there is no such process.
 */
export function processStartToken(pid: number): string | undefined {
  if (process.platform === 'linux') {
    // The start time, in clock ticks since the machine started.
    return linuxStat(pid)?.[19];
  }
  if (process.platform === 'win32') return isAlive(pid) ? 'alive' : undefined;
  const listed = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return listed.stdout?.trim() || undefined;
}

/** The fields of /proc/<pid>/stat from the third on, which is the state; undefined when there is no such process. */
function linuxStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in the second field may hold spaces, so count after its bracket.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Whether this process is the Postgres server of this data folder, and not another one that got its number. */
export function isServerOf(pid: number, dataDir: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    try {
      // The server's working directory is its data folder. Only a server under another user hides it from us.
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
    } catch (error) {
      if (errorCode(error) !== 'EACCES') return false;
      return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
    }
  }
  if (process.platform === 'win32') return true;
  const listed = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return listed.stdout?.includes(dataDir) ?? false;
}

/** Waits until a process that is not our child is gone. False when it still lives after the limit. */
export async function waitUntilGone(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  // The system reports the end of a process only to its parent, so anybody else has to look.
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
  return true;
}
