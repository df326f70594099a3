import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive, processStartToken } from './processes.ts';

/** What is remembered beside a data folder: its port for the next start, and who runs the server now. */
export interface ServerState {
  readonly port: number;
  readonly owner?: { readonly pid: number; readonly startToken: string } | undefined;
}

/** The file beside the data folder that holds the state. */
export function stateFileOf(dataDir: string): string {
  return `${dataDir}.json`;
}

/** The remembered state, or undefined when there is none or it is unreadable (it can always be made anew). */
export function readState(dataDir: string): ServerState | undefined {
  const file = stateFileOf(dataDir);
  if (!existsSync(file)) return undefined;
  try {
    const parsed = JSON.parse(readFileSync(file, 'utf8')) as ServerState;
    return Number.isInteger(parsed.port) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers the port and that this process owns the server, or with `owned: false` that nobody does any more. */
export function writeState(dataDir: string, port: number, owned: boolean): void {
  const startToken = processStartToken(process.pid);
  const state: ServerState =
    owned && startToken !== undefined ? { port, owner: { pid: process.pid, startToken } } : { port };
  const file = stateFileOf(dataDir);
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(state)}\n`);
  renameSync(draft, file);
}

/** Forgets everything about a data folder. */
export function removeState(dataDir: string): void {
  rmSync(stateFileOf(dataDir), { force: true });
}

/** The number of the process that owns the running server, if that process still lives. */
export function livingOwner(state: ServerState | undefined): number | undefined {
  const owner = state?.owner;
  if (owner === undefined || !isAlive(owner.pid)) return undefined;
  return processStartToken(owner.pid) === owner.startToken ? owner.pid : undefined;
}
