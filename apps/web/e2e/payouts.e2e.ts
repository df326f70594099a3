import { randomUUID } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { PayoutsPage } from './pages/payouts-page.ts';
import { makeCreatorWith } from './support/books.ts';
import type { Person } from './support/people.ts';
import { ADMIN, enter, stranger } from './support/people.ts';

/** Looks a payout of the queue over and approves it. */
async function approve(browser: Browser, { name }: Person, amount: string): Promise<void> {
  const context = await browser.newContext();
  await enter(context, ADMIN, 'login');
  const page = await context.newPage();
  await page.goto('/admin/payouts');
  await page
    .getByRole('button', { name: `Approve ${amount} to ${name}` })
    .first()
    .click();
  await expect(page.getByRole('status').filter({ hasText: 'approved' })).toBeVisible();
  await context.close();
}

test('a creator is paid: terms first, one that comes back with its reason, one that arrives, one that is cancelled', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(180_000);
  const creator = stranger();
  await enter(context, creator, 'register');
  await makeCreatorWith(creator, 8_000);
  await context.clearCookies();
  await enter(context, creator, 'login');

  const payouts = await PayoutsPage.open(page);
  await expect(payouts.request).toContainText('100 coins are $0.80; $20.00 at least; no fee.');
  await expect(payouts.request).toContainText('First tell us who is paid.');
  await payouts.fillIn(creator.name, randomUUID().slice(0, 8));
  await payouts.addAccount('fails@sandbox');
  await payouts.addAccount('pays@sandbox');

  await payouts.ask('2499', 'fails@sandbox');
  await expect(payouts.request.getByText('The smallest payout is $20.00; this is $19.99.')).toBeVisible();
  await payouts.ask('2,925', 'fails@sandbox');
  await expect(payouts.request.getByText('You will receive $23.40.')).toBeVisible();
  await page.getByRole('button', { name: 'Request $23.40' }).click();
  const first = payouts.list.getByRole('link', { name: /\$23\.40/ });
  await expect(first).toContainText('In review');
  await approve(browser, creator, '$23.40');
  await page.reload();
  await expect(first).toContainText('Returned', { timeout: 45_000 });
  await expect(first).toContainText('The account is closed. The coins are back in your earnings.');

  await payouts.ask('5000', 'pays@sandbox');
  await page.getByRole('button', { name: 'Request $40.00' }).click();
  const second = payouts.list.getByRole('link', { name: /\$40\.00/ });
  await expect(second).toBeVisible();
  if ((await second.textContent())?.includes('In review')) await approve(browser, creator, '$40.00');
  await page.reload();
  await expect(second).toContainText('Paid', { timeout: 45_000 });
  await second.click();
  await expect(page.getByRole('heading', { name: /Payout of \$40\.00/ })).toBeVisible();
  await expect(page.getByRole('list').filter({ hasText: 'Sent to the provider' })).toContainText('Arrived');
  await page.getByRole('navigation', { name: 'Studio' }).getByRole('link', { name: 'Payouts' }).click();
  await expect(payouts.list).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Can be paid out' })).toContainText('3,000');
});

test('a payout in review can be taken back by its creator and turned down by an admin, who says why', async ({
  page,
  context,
  browser,
}) => {
  const creator = stranger();
  await enter(context, creator, 'register');
  await makeCreatorWith(creator, 9_000);
  await context.clearCookies();
  await enter(context, creator, 'login');
  const payouts = await PayoutsPage.open(page);
  await payouts.fillIn(creator.name, randomUUID().slice(0, 8));
  await payouts.addAccount('pays@sandbox');
  await payouts.ask('2500', 'pays@sandbox');
  await page.getByRole('button', { name: 'Request $20.00' }).click();
  await payouts.list.getByRole('link', { name: /\$20\.00/ }).click();
  await page.getByRole('button', { name: 'Cancel this payout' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'You cancelled it.' })).toBeVisible();

  await PayoutsPage.open(page);
  await payouts.ask('2600', 'pays@sandbox');
  await page.getByRole('button', { name: 'Request $20.80' }).click();
  await expect(payouts.list.getByRole('link', { name: /\$20\.80/ })).toContainText('In review');
  const office = await browser.newContext();
  await enter(office, ADMIN, 'login');
  const desk = await office.newPage();
  await desk.goto('/admin/payouts');
  await desk.getByRole('button', { name: `Turn down $20.80 to ${creator.name}` }).click();
  await desk.getByRole('button', { name: 'Turn it down' }).click();
  await expect(desk.getByText('Say why.')).toBeVisible();
  await desk.getByLabel('Reason').fill('The name is not the account’s.');
  await desk.getByRole('button', { name: 'Turn it down' }).click();
  await expect(desk.getByRole('status').filter({ hasText: 'turned down' })).toBeVisible();
  await office.close();
  await page.reload();
  await expect(payouts.list.getByRole('link', { name: /\$20\.80/ })).toContainText('The name is not the account’s.');
});

test('the pages of the house are not there for anybody else', async ({ page, context }) => {
  const creator = stranger();
  await enter(context, creator, 'register');
  for (const path of ['/admin', '/admin/payouts', '/admin/payments', '/admin/sales']) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
  }
});
