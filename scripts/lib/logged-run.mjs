import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_DIR } from './paths.mjs';

const TAIL_LINES = 25;
const GRACE_MS = 5000;

/**
 * Runs a program to its end with its output in `.data/logs/<name>.log`.
 * @returns its exit code and the last lines of the log.
 */
export async function runToLog(
  name,
  command,
  args,
  { signal, tailLines, logDir = join(DATA_DIR, 'logs'), ...options } = {},
) {
  const logFile = join(logDir, `${name}.log`);
  mkdirSync(logDir, { recursive: true });
  const log = openSync(logFile, 'w');
  const child = spawn(command, args, { ...options, stdio: ['ignore', log, log] });
  closeSync(log);
  const abort = () => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
  };
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (exitCode) => resolve(exitCode ?? 1));
    });
    return { code, tail: tailOf(logFile, tailLines) };
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** The last lines of a log file. */
export function tailOf(file, lines = TAIL_LINES) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
