import { spawn } from 'node:child_process';
import { closeSync, createWriteStream, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { tailOf } from './logged-run.mjs';

const STOP_LIMIT_MS = 15_000;

/**
 * Starts a long-running program in a process group of its own, so that a Ctrl-C in the terminal reaches the launcher
 * alone, which then stops everything in order.
 * @param echo also show every line in the terminal, with the service's name before it.
 */
export function startService({ name, args, cwd, env, logDir, echo = false }) {
  const logFile = join(logDir, `${name}.log`);
  mkdirSync(logDir, { recursive: true });
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'w');
  const stdio = echo ? ['ignore', 'pipe', 'pipe'] : ['ignore', log, log];
  const child = spawn(process.execPath, args, { cwd, env, stdio, detached: true, windowsHide: true });
  if (echo) echoLines(child, name, logFile);
  closeSync(log);

  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ reason: error.message }));
    child.once('exit', (code, signal) => resolve({ reason: signal ?? `exit code ${code}` }));
  });
  return {
    name,
    pid: child.pid,
    logFile,
    /** Resolves with the reason when the program ends, for whatever cause. */
    ended,
    logTail: () => tailOf(logFile),
    /** Asks the whole group to end, and ends it by force when it takes too long. */
    async stop() {
      signalGroup(child.pid, 'SIGTERM');
      const force = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), STOP_LIMIT_MS);
      await ended;
      clearTimeout(force);
      // Whatever the program started and left behind.
      signalGroup(child.pid, 'SIGKILL');
    },
  };
}

/** Sends a signal to a process group; false when there is none. */
export function signalGroup(pid, signal) {
  if (pid === undefined) return false;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
    return true;
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
    return false;
  }
}

function echoLines(child, name, logFile) {
  const log = createWriteStream(logFile, { flags: 'a' });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      process.stdout.write(`${name.padEnd(9)}│ ${line}\n`);
    });
  }
}
