import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Type } from '@nestjs/common';
import { type Actor, registerActor } from '@troupe/test-kit/actors';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { type LlmServer, startLlmServer } from '@troupe/test-kit/llm-server';
import { openWorld, type World } from '@troupe/test-kit/world';
import { createApp } from '../../src/create-app.ts';
import { readEnv } from '../../src/platform/config/env.ts';
import { type DatabaseProxy, startDatabaseProxy } from './database-proxy.ts';

export const SANDBOX_SECRET = 'a sandbox secret that is used in tests only';
export const INTERNAL_TOKEN = 'what the web app and the API share in tests';
export const JWT_SECRET = 'a token secret that is used in tests only!';

/** The whole API on a database of its own, with a scripted language model behind it. */
export interface House {
  origin: string;
  databaseUrl: string;
  llm: LlmServer;
  world: World;
  /** What was logged, a line of JSON each: with LOG_LEVEL among the settings, else nothing. */
  log: string[];
  register(name?: string): Promise<Actor>;
  /** A service of the API, for a test that doesn't wait until it acts by itself. */
  get<Service>(type: Type<Service>): Service;
  /** Hangs up on whoever asks for this path, until the answer is called. */
  hangUpOn(path: string): () => void;
  close(): Promise<void>;
}

/** Environment of every API under test; `settings` go over it. */
export function testEnv(
  databaseUrl: string,
  llmBaseUrl: string,
  settings: Record<string, string>,
): Record<string, string> {
  return {
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_MAX: '10',
    PORT: '0',
    HOST: '127.0.0.1',
    WEB_URL: 'http://localhost:3000',
    JWT_SECRET,
    SANDBOX_WEBHOOK_SECRET: SANDBOX_SECRET,
    ENCRYPTION_KEY: Buffer.alloc(32, 'a key that is used in tests only').toString('base64'),
    PAYOUT_INTERVAL_MS: '60000',
    INTERNAL_TOKEN,
    MEDIA_DIR: '.data/test-media',
    LOG_LEVEL: 'silent',
    LLM_BASE_URL: llmBaseUrl,
    LLM_FIRST_TOKEN_TIMEOUT_MS: '1000',
    LLM_IDLE_TIMEOUT_MS: '1000',
    // A test of one failure is not to meet the breaker that the failures before it opened, nor to wait for second attempts.
    LLM_BREAKER_FAILURES: '10000',
    LLM_RETRIES: '0',
    REPLY_SAVE_INTERVAL_MS: '50',
    SHUTDOWN_GRACE_MS: '500',
    // Many test users share one address.
    RATE_LIMIT_AUTH_PER_MINUTE: '10000',
    RATE_LIMIT_PER_MINUTE: '100000',
    RATE_LIMIT_WRITES_PER_USER_PER_MINUTE: '10000',
    ...settings,
  };
}

export async function openHouse(settings: Record<string, string> = {}): Promise<House> {
  const database = await createTestDatabase();
  return furnish(database, database.url, settings);
}

/** The same, with a wire to its database that can be cut; the world's own eyes don't go through it. */
export async function openWiredHouse(settings: Record<string, string> = {}): Promise<House & { wire: DatabaseProxy }> {
  const database = await createTestDatabase();
  const wire = await startDatabaseProxy(database.url);
  const house = await furnish(database, wire.url, settings);
  return {
    ...house,
    wire,
    async close() {
      await house.close();
      await wire.close();
    },
  };
}

async function furnish(database: TestDatabase, apiDatabaseUrl: string, settings: Record<string, string>) {
  const llm = await startLlmServer();
  const log: string[] = [];
  const app = await createApp(readEnv(testEnv(apiDatabaseUrl, llm.baseUrl, settings)), {
    write: (line) => void log.push(line),
  });
  await app.listen(0, '127.0.0.1');
  const address = app.getHttpServer().address() as AddressInfo;
  const origin = `http://127.0.0.1:${address.port}`;
  const server: Server = app.getHttpServer();
  const world = openWorld(database.url);
  const sockets: (() => void)[] = [];
  const closing = { add: (close: () => void) => void sockets.push(close) };
  return {
    origin,
    databaseUrl: database.url,
    llm,
    world,
    log,
    register: (name?: string) => registerActor(origin, closing, name),
    get: <Service>(type: Type<Service>): Service => app.get(type, { strict: false }),
    hangUpOn(path: string) {
      const hangUp = (request: IncomingMessage): void => {
        if (request.url === path) request.socket.destroy();
      };
      server.prependListener('request', hangUp);
      return () => void server.removeListener('request', hangUp);
    },
    async close() {
      for (const close of sockets) close();
      await app.close();
      await llm.close();
      await world.close();
      await database.drop();
    },
  };
}
