import type { Page } from '@playwright/test';
import { PayoutsPage } from './pages/payouts-page.ts';
import type { Screen } from './screen.ts';
import { makeCreatorWith } from './support/books.ts';
import { CREATOR } from './support/people.ts';

async function typeNothing(page: Page): Promise<void> {
  const payee = page.getByRole('region', { name: 'Who is paid' });
  await payee.getByRole('button', { name: /Fill it in|Change it/ }).click();
  await payee.getByLabel('Legal name').fill('');
  await payee.getByRole('button', { name: 'Save' }).click();
}

/** A creator with something to ask for, and a place where it goes. */
async function ready(page: Page): Promise<PayoutsPage> {
  await makeCreatorWith(CREATOR, 9_000);
  const payouts = await PayoutsPage.open(page);
  if (await page.getByRole('button', { name: 'Fill it in' }).isVisible())
    await payouts.fillIn('Marlowe Quist', 'DE123456789');
  if (!(await page.getByRole('button', { name: 'Remove pays@sandbox' }).isVisible())) {
    await payouts.addAccount('pays@sandbox');
  }
  return payouts;
}

async function typed(page: Page): Promise<void> {
  const payouts = await ready(page);
  await payouts.request.getByLabel('Coins', { exact: true }).fill('2925');
  await payouts.request.getByText('You will receive').waitFor();
}

async function confirmed(page: Page): Promise<void> {
  const payouts = await ready(page);
  await payouts.ask('2925', 'pays@sandbox');
  await page.getByRole('button', { name: /^Request \$/ }).waitFor();
}

async function opened(page: Page): Promise<void> {
  await confirmed(page);
  await page.getByRole('button', { name: /^Request \$/ }).click();
  await page
    .getByRole('link', { name: /In review/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Its way' }).waitFor();
}

async function openEvent(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'payment.succeeded' }).first().click();
  await page.getByRole('button', { name: 'Replay it' }).waitFor();
}

/** Being paid, and the house's side of it. */
export const PAYOUT_SCREENS: readonly Screen[] = [
  { name: 'payouts', path: '/studio/payouts', as: 'creator', fullPage: true },
  { name: 'payouts-form', path: '/studio/payouts', as: 'creator', fullPage: true, arrange: typeNothing },
  { name: 'payouts-typed', path: '/studio/payouts', as: 'creator', fullPage: true, arrange: typed },
  { name: 'payouts-confirm', path: '/studio/payouts', as: 'creator', arrange: confirmed },
  { name: 'payouts-one', path: '/studio/payouts', as: 'creator', fullPage: true, arrange: opened },
  { name: 'admin-payouts', path: '/admin/payouts', as: 'admin', fullPage: true },
  { name: 'admin-payments', path: '/admin/payments?state=applied', as: 'admin' },
  { name: 'admin-event', path: '/admin/payments?state=applied', as: 'admin', arrange: openEvent },
];
