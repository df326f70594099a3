import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { anyFreePort, isPortFree } from '../../packages/database/src/embedded/ports.ts';
import { buildApps, outdatedApps } from './build.mjs';
import { fromRoot, ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';
import { createProgress } from './progress.mjs';
import { toolEnv } from './runtime.mjs';
import { internalApiUrl } from './settings.mjs';
import { startStack } from './stack.mjs';

const INSTALLED_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** What the product under test is told: quick replies, and limits that a crowd from one address does not meet. */
const TEST_SETTINGS = {
  LLM_OFFLINE_WORD_DELAY_MS: '5',
  RATE_LIMIT_AUTH_PER_MINUTE: '10000',
  RATE_LIMIT_PER_MINUTE: '100000',
  LOG_LEVEL: 'warn',
};

/** Runs the browser's journeys against the whole product, on a database of its own. */
export async function runBrowser({ tally, folder, signal }) {
  const chromium = findBrowser();
  const progress = createProgress();
  const ports = { api: await preferably(3001), web: await preferably(3000), postgres: await anyFreePort() };
  await build(ports, progress, signal);
  const stack = await startStack({
    ports,
    dataDir: join(folder, 'browser'),
    env: testEnv(),
    durable: false,
    progress,
    signal,
  });
  try {
    tally.add(await runPlaywright({ folder, chromium, signal, urls: stack.urls }));
  } finally {
    await stack.stop();
  }
}

async function build(ports, progress, signal) {
  const apiUrl = internalApiUrl({}, ports);
  const apps = outdatedApps({ apiUrl });
  if (apps.length === 0) return;
  const names = apps.map(({ name }) => name).join(' and ');
  await progress.step(`Built the ${names}`, () => buildApps(apps, { apiUrl, signal }));
  signal.throwIfAborted();
}

/** Only what tools need of the environment: settings of a real install must not leak into a test. */
function testEnv() {
  const kept = ['PATH', 'Path', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'LANG', 'TZ'];
  const inherited = kept.filter((name) => process.env[name] !== undefined).map((name) => [name, process.env[name]]);
  return { ...Object.fromEntries(inherited), ...TEST_SETTINGS };
}

/** The port that `npm start` uses, when it is free, because the build then fits both. */
async function preferably(port) {
  return (await isPortFree(port)) ? port : anyFreePort();
}

function findBrowser() {
  const { CHROMIUM_PATH } = process.env;
  const playwrights = createRequire(import.meta.url)('playwright-core').chromium.executablePath();
  const found = [CHROMIUM_PATH, ...INSTALLED_BROWSERS, playwrights].find((path) => path && existsSync(path));
  if (found !== undefined && (!CHROMIUM_PATH || found === CHROMIUM_PATH)) return found;
  throw new Problem(
    CHROMIUM_PATH ? `CHROMIUM_PATH is ${CHROMIUM_PATH}, where nothing is.` : 'There is no browser for the tests.',
    'Install Chromium (apt-get install chromium, or npx playwright install chromium), or set CHROMIUM_PATH.',
  );
}

async function runPlaywright({ folder, chromium, urls, signal }) {
  const outputFile = join(folder, 'playwright.json');
  const cli = fromRoot('node_modules/@playwright/test/cli.js');
  const env = {
    ...toolEnv(),
    CHROMIUM_PATH: chromium,
    WEB_URL: urls.web,
    API_URL: urls.api,
    PLAYWRIGHT_JSON_OUTPUT_NAME: outputFile,
  };
  const args = [cli, 'test', '--reporter=list,json', '--pass-with-no-tests'];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  return readResults(outputFile, code);
}

function readResults(outputFile, code) {
  if (!existsSync(outputFile)) return { failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(outputFile, 'utf8'));
  const failed = stats.unexpected + errors.length;
  return {
    // A test that needed a second try passed, and Playwright's report says that it did.
    passed: stats.expected + stats.flaky,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: stats.skipped,
  };
}
