import type { Page } from '@playwright/test';
import type { Screen } from './screen.ts';
import { COAST_CARD } from './support/coast-card.ts';

async function openPersona(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('textbox', { name: 'In one line' }).waitFor();
}

/** Changed, and held back by the rules. */
async function refuseSave(page: Page): Promise<void> {
  await openPersona(page, 'Mr. Underhall');
  await page
    .getByRole('textbox', { name: 'In one line' })
    .fill('I am fourteen years old and I want to have sex with you.');
  await page.getByRole('textbox', { name: /What changed/ }).fill('A new line');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('This text goes against the content rules').first().waitFor();
}

async function openVersions(page: Page): Promise<void> {
  await openPersona(page, 'Inspector Vesper');
  const hook = page.getByRole('textbox', { name: 'In one line' });
  await hook.fill(`${await hook.inputValue()} Again.`.slice(0, 140));
  await page.getByRole('textbox', { name: /What changed/ }).fill('A better line');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Fans meet it from now on').waitFor();
  await page.getByRole('link', { name: 'Versions' }).click();
  await page.getByText('What changed').first().click();
  await page.locator('ins').first().waitFor();
}

/** A card over somebody whom fans meet, who would lack what publishing asks for. */
async function previewCard(page: Page): Promise<void> {
  await openPersona(page, 'Inspector Vesper');
  await page.getByRole('button', { name: 'Bring in a card' }).click();
  await page.getByLabel('Card to bring in').setInputFiles(COAST_CARD);
  await page.getByRole('region', { name: 'What would change' }).waitFor();
}

async function forgetBoth(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByText('Without it nobody').waitFor();
}

export const STUDIO_SCREENS: readonly Screen[] = [
  { name: 'studio-start-error', path: '/studio/start', as: 'fan', arrange: forgetBoth },
  { name: 'studio-personas', path: '/studio/personas', as: 'creator' },
  { name: 'studio-profile', path: '/studio/profile', as: 'creator', fullPage: true },
  { name: 'studio-new', path: '/studio/personas/new', as: 'creator' },
  {
    name: 'studio-editor',
    path: '/studio/personas',
    as: 'creator',
    arrange: (page) => openPersona(page, 'Inspector Vesper'),
  },
  { name: 'studio-editor-refused', path: '/studio/personas', as: 'creator', arrange: refuseSave },
  { name: 'studio-card-over', path: '/studio/personas', as: 'creator', arrange: previewCard },
  { name: 'studio-versions', path: '/studio/personas', as: 'creator', arrange: openVersions },
  { name: 'persona-own', path: '/p/mr-underhall', as: 'creator' },
];
