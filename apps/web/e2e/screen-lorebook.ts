import type { Page } from '@playwright/test';
import type { Screen } from './screen.ts';
import { COAST_CARD } from './support/coast-card.ts';

async function bringCard(page: Page): Promise<void> {
  await page.getByLabel('Card to import').setInputFiles(COAST_CARD);
  await page.getByRole('dialog', { name: 'Ida Vale is here' }).waitFor();
}

async function tryIt(page: Page): Promise<void> {
  await bringCard(page);
  await page.getByRole('dialog').getByRole('link', { name: 'Lorebook' }).click();
  await page.getByLabel('What is said').fill('Good evening.\nWhat of the old lamp in a storm?');
  await page.locator('mark').first().waitFor();
}

async function openEntry(page: Page): Promise<void> {
  await tryIt(page);
  await page.getByRole('row').getByRole('button', { name: 'Lamp' }).click();
  await page.getByRole('dialog').getByText('Chance and time').click();
}

async function openSettings(page: Page): Promise<void> {
  await tryIt(page);
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('dialog', { name: 'The book' }).waitFor();
}

export const LOREBOOK_SCREENS: readonly Screen[] = [
  { name: 'lorebook-card', path: '/studio/personas', as: 'creator', arrange: bringCard },
  { name: 'lorebook-tried', path: '/studio/personas', as: 'creator', fullPage: true, arrange: tryIt },
  { name: 'lorebook-entry', path: '/studio/personas', as: 'creator', arrange: openEntry },
  { name: 'lorebook-settings', path: '/studio/personas', as: 'creator', arrange: openSettings },
];
