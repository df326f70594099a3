/**
 * Photographs every screen at two sizes and in both themes, for eyes and not for assertions: `screens/<size>-<theme>/`.
 * Wants a running, seeded product. Environment: WEB_URL (default http://localhost:3000), SCREENS_DIR (default screens),
 * E2E_DATABASE_URL (its database, for the screens of payouts), CHROMIUM (default: Playwright's own, else /usr/bin/chromium), ONLY (a part of a screen's name).
 */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { DEMO_LOGINS, DEMO_PASSWORD } from '../../../scripts/demo-logins.mjs';
import type { Screen } from './screen.ts';
import { SCREENS } from './screen-list.ts';

const { WEB_URL = 'http://localhost:3000', SCREENS_DIR = 'screens', CHROMIUM, ONLY = '' } = process.env;

const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const;
const THEMES = ['dark', 'light'] as const;

const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

async function main(): Promise<void> {
  const browser = await launch();
  let failures = 0;
  try {
    for (const size of ['phone', 'desktop'] as const) {
      for (const theme of THEMES) failures += await photograph(browser, size, theme);
    }
  } finally {
    await browser.close();
  }
  if (failures > 0) throw new Error(`${failures} screens could not be photographed`);
}

async function photograph(browser: Browser, size: keyof typeof SIZES, theme: (typeof THEMES)[number]): Promise<number> {
  const folder = path.resolve(SCREENS_DIR, `${size}-${theme}`);
  await mkdir(folder, { recursive: true });
  let failures = 0;
  for (const as of ['visitor', 'fan', 'creator', 'admin'] as const) {
    const screens = SCREENS.filter((screen) => screen.as === as && screen.name.includes(ONLY));
    if (screens.length === 0) continue;
    // Reduced motion: every picture shows the end of what moves.
    const context = await browser.newContext({
      ...SIZES[size],
      baseURL: WEB_URL,
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    if (as !== 'visitor') await signIn(context, as);
    for (const screen of screens) failures += (await shoot(context, screen, folder)) ? 0 : 1;
    await context.close();
  }
  return failures;
}

async function shoot(context: BrowserContext, screen: Screen, folder: string): Promise<boolean> {
  const page = await context.newPage();
  try {
    await page.goto(screen.path, { waitUntil: 'load' });
    await screen.arrange?.(page);
    await settle(page);
    await page.screenshot({ path: path.join(folder, `${screen.name}.png`), fullPage: screen.fullPage ?? false });
    process.stdout.write(`${path.relative('.', folder)}/${screen.name}.png\n`);
    return true;
  } catch (error) {
    process.stderr.write(`${screen.name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  } finally {
    await page.close();
  }
}

/** Fonts there, pictures of the first screen decoded. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    // A picture that isn't shown at this size is never fetched, and its decoding would never end.
    const onScreen = [...document.images].filter((image) => {
      const { top, width } = image.getBoundingClientRect();
      return width > 0 && top < innerHeight;
    });
    // A picture that can't be decoded is part of the picture.
    await Promise.allSettled(onScreen.map((image) => image.decode()));
  });
}

async function signIn(context: BrowserContext, role: 'fan' | 'creator' | 'admin'): Promise<void> {
  const email = DEMO_LOGINS.find((login) => login.role === role)?.email;
  if (email === undefined) throw new Error(`The seed has no ${role} to sign in as`);
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
  await page.close();
}

async function launch(): Promise<Browser> {
  const system = '/usr/bin/chromium';
  const executablePath = CHROMIUM ?? (existsSync(system) ? system : undefined);
  return chromium.launch({ args: BROWSER_FLAGS, ...(executablePath && { executablePath }) });
}

await main();
