import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect as openTcp } from 'node:net';
import { anyFreePort } from '@troupe/database/ports';
import { until } from './until.ts';

const START_TIMEOUT_MS = 10_000;

export interface RedisServer {
  url: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

/** Whether this machine has a Redis to start; `.ci/run` installs one. */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of one's own, which keeps nothing. */
export async function startRedis(): Promise<RedisServer> {
  const port = await anyFreePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', options, { stdio: 'ignore' });
  await until('Redis to listen', () => isListening(port), START_TIMEOUT_MS);
  return {
    url: `redis://127.0.0.1:${port}`,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = openTcp(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
