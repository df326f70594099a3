import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, processStartToken, waitUntilGone } from '../../packages/database/src/embedded/processes.ts';
import { Problem } from './problem.mjs';
import { signalGroup } from './service.mjs';

const STOP_LIMIT_MS = 10_000;
const LAUNCHER_LIMIT_MS = 60_000;

/**
 * The note of who runs what from a data folder. It survives a launcher that is killed outright, whose services go on
 * without it: the next start reads the note and ends them.
 */
export function createRunningNote(dataDir) {
  const file = join(dataDir, 'running.json');
  const identify = (pid) => ({ pid, startToken: processStartToken(pid) });
  return {
    /** Whether a living launcher is at work here. */
    isHeld() {
      const note = readNote(file);
      return note !== undefined && isSame(note.launcher);
    },
    /** @throws Problem when another launcher is at work here. @returns how many orphans were ended. */
    async claim() {
      const note = readNote(file);
      if (note !== undefined && isSame(note.launcher)) {
        throw new Problem(
          `Troupe already runs from this folder${note.url ? `: ${note.url}` : ''}.`,
          `Stop that one first: Ctrl-C in its terminal, or kill ${note.launcher.pid}`,
        );
      }
      const orphans = (note?.services ?? []).filter(isSame);
      for (const { pid } of orphans) await endGroup(pid);
      return orphans.length;
    },
    /** Asks a launcher that is at work here to stop, and waits until it has. @returns whether there was one. */
    async stopLauncher() {
      const note = readNote(file);
      if (note === undefined || !isSame(note.launcher)) return false;
      process.kill(note.launcher.pid, 'SIGTERM');
      if (await waitUntilGone(note.launcher.pid, LAUNCHER_LIMIT_MS)) return true;
      throw new Problem('Troupe runs and does not stop.', `End it: kill -9 ${note.launcher.pid}`);
    },
    write({ services, url }) {
      const note = { launcher: identify(process.pid), url, services: services.map(({ pid }) => identify(pid)) };
      writeFileSync(`${file}.tmp`, `${JSON.stringify(note)}\n`);
      renameSync(`${file}.tmp`, file);
    },
    clear: () => rmSync(file, { force: true }),
  };
}

function readNote(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Half a note tells nothing; the ports will tell what still runs.
    return undefined;
  }
}

function isSame({ pid, startToken }) {
  return isAlive(pid) && processStartToken(pid) === startToken;
}

async function endGroup(pid) {
  try {
    signalGroup(pid, 'SIGTERM');
  } catch (error) {
    if (error.code !== 'EPERM') throw error;
    throw new Problem(
      `A part of Troupe that another user started from this folder still runs (process ${pid}).`,
      `Stop it as that user: kill -- -${pid}`,
    );
  }
  if (!(await waitUntilGone(pid, STOP_LIMIT_MS))) signalGroup(pid, 'SIGKILL');
}
