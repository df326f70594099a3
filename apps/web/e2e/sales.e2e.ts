import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { ADMIN, enter } from './support/people.ts';

test('an admin makes a code, switches it off, adds a pack, changes its price, and sets the stage', async ({
  page,
  context,
}) => {
  await enter(context, ADMIN, 'login');
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Open the office' }).click();
  await page.getByRole('link', { name: 'Packs and promotions' }).click();
  const promotions = page.getByRole('region', { name: 'Promotions' });
  await promotions.getByRole('button', { name: 'Add a promotion' }).click();
  await promotions.getByLabel('Name').fill('Winter lights');
  await promotions.getByLabel('Bonus in percent').fill('0');
  await promotions.getByRole('button', { name: 'Save' }).click();
  await expect(promotions.getByText('A promotion adds something.')).toBeVisible();
  await promotions.getByLabel('Bonus in percent').fill('15');
  await promotions.getByLabel('Code').fill('winter 26');
  await promotions.getByRole('button', { name: 'Save' }).click();
  await expect(promotions.getByText('Three to 32 capital letters and digits.')).toBeVisible();
  await expectAccessible(page, 'the form of a promotion');
  // Made anew each time on one database: a code is one promotion’s for good.
  const code = `WINTER${Date.now()}`;
  await promotions.getByLabel('Code').fill(code);
  await promotions.getByRole('button', { name: 'Save' }).click();
  const row = promotions.getByRole('listitem').filter({ hasText: code });
  await expect(row).toContainText('15% more · used 0 times');

  await promotions.getByRole('button', { name: `Change Winter lights (${code})` }).click();
  await promotions.getByLabel('Active').uncheck();
  await promotions.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Off');

  // Not on sale, so that nobody else’s shelf changes.
  const packs = page.getByRole('region', { name: 'Packs' });
  await packs.getByRole('button', { name: 'Add a pack' }).click();
  await packs.getByLabel('Name').fill(code);
  await packs.getByLabel('On sale').uncheck();
  await packs.getByLabel('Price in USD').fill('0.50');
  await packs.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'That is too cheap' })).toBeVisible();
  await packs.getByLabel('Price in USD').fill('0.99');
  await packs.getByRole('button', { name: 'Save' }).click();
  const pack = packs.getByRole('listitem').filter({ hasText: code });
  await expect(pack).toContainText('$0.99');
  await pack.getByRole('button', { name: `Change ${code}` }).click();
  await packs.getByLabel('Price in USD').fill('1.09');
  await packs.getByRole('button', { name: 'Save' }).click();
  await expect(pack).toContainText('$1.09');

  await page.getByRole('link', { name: 'Stage' }).click();
  const places = page.getByRole('button', { name: /: off the stage$/ });
  const order = () => places.evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-label')));
  await expect(places.first()).toBeVisible();
  const [first = '', second = '', ...others] = (await order()).map((label) => label?.replace(/: .*/, ''));
  const save = page.getByRole('button', { name: 'Save the order' });
  await expectAccessible(page, 'the stage');
  await page.getByRole('button', { name: `${first}: down` }).click();
  await save.click();
  await expect(page.getByText('The stage is set').first()).toBeVisible();
  await page.reload();
  const off = (names: readonly string[]) => names.map((name) => `${name}: off the stage`);
  expect(await order()).toEqual(off([second, first, ...others.map(String)]));
  await page.getByRole('button', { name: `${first}: up` }).click();
  await save.click();
  await expect(save).toBeDisabled();
  expect(await order()).toEqual(off([first, second, ...others.map(String)]));
});
