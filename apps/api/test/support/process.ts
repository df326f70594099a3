import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { anyFreePort } from '@troupe/database/ports';
import { createTestDatabase } from '@troupe/test-kit/database';
import { startLlmServer } from '@troupe/test-kit/llm-server';
import { until } from '@troupe/test-kit/until';
import { openWorld } from '@troupe/test-kit/world';
import { faultsIn } from './books.ts';
import { testEnv } from './boot.ts';

const MAIN = join(import.meta.dirname, '../../dist/main.js');
const START_TIMEOUT_MS = 20_000;

/** The built API as a process of its own, so that it can be killed. */
export interface ApiProcess {
  origin: string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

export async function startApiProcess(env: Record<string, string>): Promise<ApiProcess> {
  const port = await anyFreePort();
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'] ?? '', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const origin = `http://127.0.0.1:${port}`;
  await until('the API to be ready', () => isReady(origin, child, output), START_TIMEOUT_MS);
  return {
    origin,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}

async function isReady(origin: string, child: ChildProcess, output: readonly string[]): Promise<boolean> {
  if (child.exitCode !== null) throw new Error(`the API ended with ${child.exitCode}: ${output.join('')}`);
  return fetch(`${origin}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );
}

export type DeathStage = Awaited<ReturnType<typeof openDeathStage>>;

/** A cast with fans, for processes that die and come back on one database. */
export async function openDeathStage(settings: Record<string, string>) {
  const [database, llm] = await Promise.all([createTestDatabase(), startLlmServer()]);
  const world = openWorld(database.url);
  const cast = await world.addCast();
  const closers: (() => void)[] = [];
  return {
    databaseUrl: database.url,
    llm,
    world,
    cast,
    env: testEnv(database.url, llm.baseUrl, settings),
    closing: { add: (close: () => void) => void closers.push(close) },
    /** Closes what a test opened, and looks into the books. */
    async clear(api: ApiProcess): Promise<void> {
      for (const close of closers.splice(0)) close();
      await api.kill('SIGKILL');
      expect(await faultsIn(world)).toEqual([]);
    },
    async close(): Promise<void> {
      await llm.close();
      await world.close();
      await database.drop();
    },
  };
}
