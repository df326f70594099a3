import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../packages/database/src/embedded-postgres.ts';
import { migrateDeploy } from '../../packages/database/src/migrate/index.ts';
import { fromRoot, ROOT } from './paths.mjs';
import { requireFreePort } from './ports.mjs';
import { Problem } from './problem.mjs';
import { createProgress } from './progress.mjs';
import { toolEnv } from './runtime.mjs';
import { missingSecrets } from './secrets.mjs';
import { startService } from './service.mjs';
import { internalApiUrl } from './settings.mjs';
import { serviceProblem, waitForHttp } from './wait-http.mjs';

const API_LIMIT_MS = 60_000;
const WEB_LIMIT_MS = 120_000;

/**
 * Starts Postgres (unless `env` has a DATABASE_URL), the API and the web app, migrated and seeded, and waits until
 * they answer. The dependencies must be installed, the Prisma client generated and the apps built.
 *
 * @param options.ports `{ api, web, postgres? }`; without `web` the web app is left out, without `api` both are.
 * @param options.dataDir where the database, secrets and logs go.
 * @param options.env variables for the services, over the defaults.
 * @param options.durable false lets the database lose commits in a crash of the machine: for tests.
 * @param options.seed false leaves the database empty.
 * @param options.dev watch and reload; the services' output also goes to the terminal.
 * @param options.progress where the steps are told; see progress.mjs.
 * @param options.signal an AbortSignal that gives up the start.
 * @param options.onService called whenever the list of running services changes.
 * @returns `{ urls, databaseUrl, env, failed, stop }`; `failed` resolves with a Problem when a part ends by itself, and
 *   `stop` ends everything in order: web, API, Postgres.
 */
export async function startStack(options) {
  const { ports, dataDir, durable = true, seed = true, progress = createProgress(), signal, onService } = options;
  const parts = [];
  const failures = Promise.withResolvers();
  const stack = { failed: failures.promise, stop: () => stopAll(parts, progress, onService) };
  const add = (part, explain) => {
    parts.push(part);
    onService?.(parts.filter(({ isService }) => isService));
    part.ended.then((result) => {
      if (!part.stopping) failures.resolve(explain(result));
    });
  };

  try {
    const base = options.env ?? process.env;
    await requirePorts(ports);
    const secrets = missingSecrets({ env: base, dataDir, production: base.NODE_ENV === 'production' });
    let databaseUrl = base.DATABASE_URL;
    if (databaseUrl === undefined) {
      await progress.step('Postgres', async () => {
        const server = await startEmbeddedPostgres({
          dataDir: join(dataDir, 'postgres'),
          port: ports.postgres,
          durable,
        });
        databaseUrl = server.url;
        add({ name: 'Postgres', ended: server.ended, stop: server.stop }, () => postgresProblem(server));
        const elsewhere = server.dataDir === join(dataDir, 'postgres') ? '' : `, data in ${server.dataDir}`;
        return `port ${server.port}${elsewhere}${server.owned ? '' : ', run by another process'}`;
      });
    }
    signal?.throwIfAborted();
    await progress.step('Migrations', async () => {
      const applied = await migrateDeploy(databaseUrl);
      return applied.length === 0 ? 'up to date' : `${applied.length} applied`;
    });
    const env = serviceEnv({ ...base, ...secrets, DATABASE_URL: databaseUrl }, ports, dataDir, seed);
    if (seed) await progress.step('Demo data', () => runSeed(env, signal));

    const urls = { api: env.NEXT_PUBLIC_API_URL, web: env.WEB_URL };
    const context = { ...options, logDir: join(dataDir, 'logs'), env, progress, add };
    if (ports.api !== undefined) await startApi(context);
    signal?.throwIfAborted();
    if (ports.web !== undefined) await startWeb(context);
    signal?.throwIfAborted();
    return { ...stack, urls, databaseUrl, env };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

async function startApi({ ports, dev, env, logDir, progress, add, signal }) {
  if (dev) addService(add, 'compiler', { args: swcWatch(), cwd: fromRoot('apps/api'), env, logDir, echo: true });
  const watch = dev ? ['--watch', '--watch-preserve-output'] : [];
  const args = [...watch, '--enable-source-maps', fromRoot('apps/api/dist/main.js')];
  await progress.step('API', async () => {
    const api = addService(add, 'API', { args, cwd: ROOT, env, logDir, echo: dev });
    await waitForHttp(`http://127.0.0.1:${ports.api}/health/ready`, api, { limitMs: API_LIMIT_MS, signal });
    return `port ${ports.api}`;
  });
}

async function startWeb({ ports, dev, env, logDir, progress, add, signal }) {
  const host = env.HOST === undefined ? [] : ['--hostname', env.HOST];
  const args = [
    fromRoot('node_modules/next/dist/bin/next'),
    dev ? 'dev' : 'start',
    '--port',
    String(ports.web),
    ...host,
  ];
  // Next has its own idea of NODE_ENV: production for `start`, development for `dev`.
  const { NODE_ENV: _, ...webEnv } = env;
  await progress.step('Web app', async () => {
    const web = addService(add, 'web', { args, cwd: fromRoot('apps/web'), env: webEnv, logDir, echo: dev });
    await waitForHttp(`http://127.0.0.1:${ports.web}/`, web, { limitMs: WEB_LIMIT_MS, signal });
    return `port ${ports.web}`;
  });
}

function addService(add, name, options) {
  const service = { ...startService({ name, ...options }), isService: true };
  add(service, ({ reason }) => serviceProblem(service, `ended with ${reason}`));
  return service;
}

async function stopAll(parts, progress, onService) {
  // Last started, first stopped: nobody loses what it still needs.
  while (parts.length > 0) {
    const part = parts.at(-1);
    part.stopping = true;
    await progress.step(`Stopped ${part.name}`, () => part.stop());
    parts.pop();
    onService?.(parts.filter(({ isService }) => isService));
  }
}

async function requirePorts(ports) {
  if (ports.api !== undefined) await requireFreePort(ports.api, { what: 'API', variable: 'PORT' });
  if (ports.web !== undefined) await requireFreePort(ports.web, { what: 'web app', variable: 'WEB_PORT' });
}

/** What the API and the web app are told. The web app reads these when it runs, so a build fits every port. */
function serviceEnv(env, ports, dataDir, seeded) {
  const apiUrl = env.NEXT_PUBLIC_API_URL ?? `http://localhost:${ports.api}`;
  const webUrl = env.WEB_URL ?? env.FRONTEND_URL ?? `http://localhost:${ports.web}`;
  return {
    ...toolEnv(env),
    NODE_ENV: env.NODE_ENV ?? 'development',
    MEDIA_DIR: env.MEDIA_DIR ?? join(dataDir, 'media'),
    // The sign-in page names the demo accounts only where they exist.
    ...(seeded ? { DEMO_LOGINS: env.DEMO_LOGINS ?? '1' } : {}),
    PORT: String(ports.api),
    WEB_URL: webUrl,
    NEXT_PUBLIC_API_URL: apiUrl,
    API_INTERNAL_URL: internalApiUrl(env, ports),
    NEXTAUTH_URL: env.NEXTAUTH_URL ?? webUrl,
  };
}

function swcWatch() {
  const swc = fromRoot('node_modules/@swc/cli/bin/swc.js');
  return [swc, 'src', '-d', 'dist', '--strip-leading-paths', '--watch'];
}

async function runSeed(env, signal) {
  const child = spawn(process.execPath, [fromRoot('prisma/seed/seed.ts')], { cwd: ROOT, env, signal });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const text = Buffer.concat(output).toString('utf8').trim();
  if (code === 0) return text.split('\n').at(-1);
  throw new Problem(
    `The demo data could not be written.\n\n${text}\n`,
    'If the data folder is worth nothing: npm run reset',
  );
}

function postgresProblem(server) {
  return new Problem(
    'Postgres ended by itself.',
    `Its log is ${server.logFile}; another start recovers what was committed.`,
  );
}
