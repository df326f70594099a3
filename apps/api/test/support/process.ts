import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { anyFreePort } from '@troupe/database/ports';
import { until } from '@troupe/test-kit/until';

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
