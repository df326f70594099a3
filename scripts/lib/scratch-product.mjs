import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { anyFreePort, isPortFree } from '../../packages/database/src/embedded/ports.ts';
import { buildOutdated } from './build.mjs';
import { Problem } from './problem.mjs';
import { createProgress } from './progress.mjs';
import { createRunningNote } from './running.mjs';
import { internalApiUrl } from './settings.mjs';
import { startStack } from './stack.mjs';

const INSTALLED_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** What the product is told: quick replies, and limits that a crowd from one address does not meet. */
const TEST_SETTINGS = {
  LLM_OFFLINE_WORD_DELAY_MS: '5',
  RATE_LIMIT_AUTH_PER_MINUTE: '10000',
  RATE_LIMIT_PER_MINUTE: '100000',
  RATE_LIMIT_WRITES_PER_USER_PER_MINUTE: '10000',
  LOG_LEVEL: 'warn',
};

/**
 * Builds what is outdated and starts the whole product, seeded, on a database of its own below `folder`: for journeys,
 * screens and benches. The caller stops it.
 * @param options.settings variables over those of every scratch product.
 */
export async function startScratchProduct({ folder, signal, settings = {} }) {
  const progress = createProgress();
  const ports = { api: await preferably(3001), web: await preferably(3000), postgres: await anyFreePort() };
  await buildOutdated({ apiUrl: internalApiUrl({}, ports), progress, signal });
  mkdirSync(folder, { recursive: true });
  // If this run is killed, the next one finds the note and ends what it left behind.
  const note = createRunningNote(folder);
  const onService = (services) => note.write({ services });
  return startStack({
    ports,
    dataDir: folder,
    env: { ...scratchEnv(), ...settings },
    durable: false,
    progress,
    signal,
    onService,
  });
}

/** Only what tools need of the environment: settings of a real install must not leak into a test. */
function scratchEnv() {
  const kept = ['PATH', 'Path', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'LANG', 'TZ'];
  const inherited = kept.filter((name) => process.env[name] !== undefined).map((name) => [name, process.env[name]]);
  return { ...Object.fromEntries(inherited), ...TEST_SETTINGS };
}

/** The port that `npm start` uses, when it is free, because the build then fits both. */
async function preferably(port) {
  return (await isPortFree(port)) ? port : anyFreePort();
}

/** CHROMIUM_PATH, else an installed Chromium or Chrome, else Playwright's own. @throws Problem when there is none. */
export function findBrowser() {
  const { CHROMIUM_PATH } = process.env;
  const playwrights = createRequire(import.meta.url)('playwright-core').chromium.executablePath();
  const found = [CHROMIUM_PATH, ...INSTALLED_BROWSERS, playwrights].find((path) => path && existsSync(path));
  if (found !== undefined && (!CHROMIUM_PATH || found === CHROMIUM_PATH)) return found;
  throw new Problem(
    CHROMIUM_PATH ? `CHROMIUM_PATH is ${CHROMIUM_PATH}, where nothing is.` : 'There is no browser for the tests.',
    'Install Chromium (apt-get install chromium, or npx playwright install chromium), or set CHROMIUM_PATH.',
  );
}
