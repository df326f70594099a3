import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** A browser of the system, if there is one; otherwise the one that Playwright brings. */
const SYSTEM_CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Nothing in the background: a browser that calls home has no place in a test. */
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const json = process.env['E2E_JSON'];

/** Journeys against a running stack: `E2E_WEB_URL` is where the web app answers, `E2E_DATABASE_URL` its database, for pasts that only hands can write. */
export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: './test-results',
  // One stack and one database, but each journey has people and things of its own, so two files run side by side: most of a journey is waiting.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: json === undefined ? [['list']] : [['list'], ['json', { outputFile: json }]],
  use: {
    baseURL: process.env['E2E_WEB_URL'] ?? 'http://localhost:3000',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: { args: ARGS, ...(existsSync(SYSTEM_CHROMIUM) && { executablePath: SYSTEM_CHROMIUM }) },
  },
});
