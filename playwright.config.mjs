import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/** Journeys through the whole product. `npm test -- browser` starts it and says in WEB_URL and CHROMIUM_PATH where. */
export default defineConfig({
  testDir: 'apps/web/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  // The journeys share one product and a small machine.
  workers: 1,
  timeout: 60_000,
  retries: 0,
  forbidOnly: true,
  use: {
    baseURL: process.env.WEB_URL ?? 'http://localhost:3000',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        // Chromium's sandbox does not work as root, which is who runs tests in a container.
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
