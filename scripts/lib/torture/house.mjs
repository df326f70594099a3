import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrateDeploy } from '../../../packages/database/src/migrate/index.ts';
import { until } from '../../../packages/test-kit/src/until.ts';
import { createRunningNote } from '../running.mjs';
import { createApiPlace } from './api-process.mjs';
import { createFailpointPlan } from './failpoint-plan.mjs';
import { startMoodyModel } from './language-model.mjs';
import { startDurablePostgres } from './postgres.mjs';

export const SANDBOX_SECRET = 'a sandbox secret that is used in tests only';
export const LEASE_MS = 1_500;
const PLACES = ['api-a', 'api-b'];
const RESTART_PAUSE_MS_MAX = 600;
const READY_LIMIT_MS = 30_000;

/**
 * What is tortured: a durable Postgres, two API processes armed with failpoints, and a moody language model, all below
 * `folder`. Whatever ends without being told to is a fault.
 */
export async function openHouse({ folder, haste, random, figures }) {
  mkdirSync(folder, { recursive: true });
  // If this run is killed, the next one finds the note and ends what it left behind.
  const note = createRunningNote(folder);
  const postgres = await startDurablePostgres(folder, (detail) => figures.fault('ended', 'Postgres', detail));
  const llm = await startMoodyModel(random.fork('model'), figures);
  const pauses = random.fork('pauses');
  const plan = createFailpointPlan(random.fork('failpoints'), { haste, leaseMs: LEASE_MS });
  const places = [];
  let armed = false;
  try {
    await migrateDeploy(postgres.url);
    const env = apiEnv(postgres.url, llm.baseUrl, folder);
    for (const name of PLACES) {
      places.push(
        await createApiPlace({
          name,
          env,
          logDir: join(folder, 'logs'),
          failpoints: () => (armed ? plan() : ''),
          pauseMs: () => pauses.int(0, RESTART_PAUSE_MS_MAX),
          onStart: () => note.write({ services: places }),
          onHang: (detail) => figures.fault('ended', name, detail),
          onEnd: ({ kind, detail }) => {
            figures.count(`ended: ${kind}`);
            if (detail !== undefined) figures.fault('ended', name, detail);
          },
        }),
      );
      note.write({ services: places });
      // The first one carries the preparations, and is armed when it dies for the first time.
      armed = true;
    }
    await Promise.all(places.map((place) => place.ready()));
  } catch (error) {
    await close();
    throw error;
  }

  /** Whether all of them take work. */
  async function isReady() {
    return (await Promise.all(places.map(isPlaceReady))).every(Boolean);
  }
  async function close() {
    await Promise.all(places.map((place) => place.close()));
    await postgres.stop();
    await llm.close();
    note.clear();
  }
  return {
    origins: places.map((place) => place.origin),
    places,
    postgres,
    /** Puts processes without failpoints in the place of those that run, one after the other, as a new version is brought out. */
    async disarm() {
      armed = false;
      for (const place of places) {
        await place.replace();
        await until('the new process to be ready', () => isPlaceReady(place), READY_LIMIT_MS);
      }
    },
    isReady,
    close,
  };
}

/** One that dies while it is asked is not ready. */
const isPlaceReady = (place) =>
  place.ready().then(
    () => true,
    () => false,
  );

function apiEnv(databaseUrl, llmBaseUrl, folder) {
  return {
    PATH: process.env.PATH ?? '',
    // Processes that live for seconds should not spend one of them on compiling.
    NODE_COMPILE_CACHE: join(folder, 'compile-cache'),
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_MAX: '10',
    HOST: '127.0.0.1',
    JWT_SECRET: 'a token secret that is used in tests only!',
    JWT_LIFETIME_SECONDS: '86400',
    SANDBOX_WEBHOOK_SECRET: SANDBOX_SECRET,
    MEDIA_DIR: join(folder, 'media'),
    LOG_LEVEL: 'warn',
    LLM_BASE_URL: llmBaseUrl,
    LLM_FIRST_TOKEN_TIMEOUT_MS: '700',
    LLM_IDLE_TIMEOUT_MS: '700',
    LLM_TOTAL_TIMEOUT_MS: '5000',
    REPLY_LEASE_MS: String(LEASE_MS),
    REPLY_SAVE_INTERVAL_MS: '100',
    SWEEP_INTERVAL_MS: '200',
    SHUTDOWN_GRACE_MS: '500',
    // A crowd from one address.
    RATE_LIMIT_AUTH_PER_MINUTE: '100000',
    RATE_LIMIT_PER_MINUTE: '1000000',
  };
}
