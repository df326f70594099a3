import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from './paths.mjs';
import { toolEnv } from './runtime.mjs';
import { findBrowser, startScratchProduct } from './scratch-product.mjs';

/** Replies that are slow enough to act in the middle of, also on a busy machine. */
const SETTINGS = { LLM_OFFLINE_WORD_DELAY_MS: '120' };

/** Runs the browser's journeys against the whole product, on a database of its own. */
export async function runBrowser({ tally, folder, signal }) {
  const chromium = findBrowser();
  const stack = await startScratchProduct({ folder: join(folder, 'browser'), signal, settings: SETTINGS });
  try {
    tally.add(await runPlaywright({ folder, chromium, signal, stack }));
  } finally {
    await stack.stop();
  }
}

async function runPlaywright({ folder, chromium, stack, signal }) {
  const outputFile = join(folder, 'playwright.json');
  const cli = fromRoot('node_modules/@playwright/test/cli.js');
  const env = {
    ...toolEnv(),
    CHROMIUM_PATH: chromium,
    E2E_WEB_URL: stack.urls.web,
    E2E_DATABASE_URL: stack.databaseUrl,
    E2E_JSON: outputFile,
  };
  const cwd = fromRoot('apps/web');
  const child = spawn(process.execPath, [cli, 'test'], { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
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
