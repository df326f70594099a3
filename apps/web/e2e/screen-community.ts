import type { Page } from '@playwright/test';
import type { Screen } from './screen.ts';

async function openBell(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Notifications/ })
    .filter({ visible: true })
    .click();
  await page.getByRole('dialog').getByRole('link', { name: 'Your library' }).waitFor();
}

async function writePost(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^Post as/ }).fill('A line that nobody has heard yet.');
}

async function askToBlock(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Block/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Block' }).waitFor();
}

export const COMMUNITY_SCREENS: readonly Screen[] = [
  { name: 'community-persona', path: '/p/inspector-vesper', as: 'fan', fullPage: true },
  { name: 'community-persona-visitor', path: '/p/osk-tarrow', as: 'visitor' },
  { name: 'community-persona-own', path: '/p/mr-underhall', as: 'creator', fullPage: true, arrange: writePost },
  { name: 'community-creator', path: '/@marlowe', as: 'visitor', fullPage: true },
  { name: 'community-library', path: '/library', as: 'fan' },
  { name: 'community-bell', path: '/', as: 'fan', arrange: openBell },
  { name: 'community-settings', path: '/settings', as: 'fan', fullPage: true },
  { name: 'community-fans', path: '/studio/fans', as: 'creator' },
  { name: 'community-fans-block', path: '/studio/fans', as: 'creator', arrange: askToBlock },
];
