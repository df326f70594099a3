import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { expectAccessible } from './support/axe.ts';
import { enterAsNewFan } from './support/people.ts';
import { countShifts } from './support/shifts.ts';

test('a fan finds somebody by a misspelt name, talks, rates them, and meets them among the rated', async ({
  page,
  context,
}) => {
  await enterAsNewFan(context);
  await page.goto('/?sort=rated');
  const names = () => page.locator('.gallery').getByRole('heading', { level: 3 }).allTextContents();
  const before = (await names()).indexOf('Queenie Adair');

  await page.goto('/');
  const search = page.getByRole('searchbox', { name: 'Search the cast' });
  await search.fill('queenie');
  await expect(page.locator('.gallery').getByRole('article')).toHaveCount(1);
  // Nobody found is a shorter page, and nothing of it jumps.
  const shifts = await countShifts(page);
  await search.fill('xqzzvkw');
  await expect(page.getByRole('heading', { name: 'An empty spotlight' })).toBeVisible();
  expect(await shifts()).toBeLessThan(0.02);
  await search.fill('qeenie adiar');
  await expect(page.getByText('Here is who answers to “queenie adair”')).toBeVisible();
  await expect(page).toHaveURL(/q=qeenie/);
  await expectAccessible(page, 'a search that respelt');
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'What everybody talks to' })).toBeVisible();
  await page.goForward();
  await page.getByRole('link', { name: 'Queenie Adair' }).click();
  await page.waitForURL('**/p/queenie-adair');
  const ratings = page.getByRole('region', { name: 'Ratings' });
  await expect(ratings.getByText('after 3 more paid replies')).toBeVisible();

  await page.getByRole('link', { name: 'Start chat' }).first().click();
  const chat = await ChatPage.here(page);
  for (const line of ['Your move.', 'Knight takes bishop.', 'Is that mate?']) await chat.sayBriefly(line);
  await page.goto('/p/queenie-adair');
  await ratings.getByRole('radio', { name: '5 stars' }).check({ force: true });
  await expect(ratings.getByRole('button', { name: 'Take back' })).toBeVisible();
  await expectAccessible(page, 'a persona that was rated');
  await page.reload();
  await expect(ratings.getByRole('radio', { name: '5 stars' })).toBeChecked();
  await ratings.getByRole('button', { name: 'Take back' }).press('Enter');
  await expect(ratings.getByRole('radio', { name: '1 star' })).toBeFocused();
  await ratings.getByRole('radio', { name: '5 stars' }).check({ force: true });
  await expect(ratings.getByText('Your rating')).toBeVisible();

  await page.goto('/?sort=rated');
  const card = page.locator('.gallery').getByRole('article').filter({ hasText: 'Queenie Adair' });
  await expect(card.getByText('of 5 stars')).toBeAttached();
  const after = (await names()).indexOf('Queenie Adair');
  expect(after).toBeGreaterThanOrEqual(0);
  expect(after).toBeLessThanOrEqual(before);
});

test('a fan puts a card away, takes it back, and narrows the wall down on a phone', async ({ page, context }) => {
  await enterAsNewFan(context);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/?sort=new');
  const osk = page.getByRole('link', { name: 'Osk Tarrow' });
  const hide = page.getByRole('button', { name: 'Hide Osk Tarrow' });
  await hide.click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await hide.click();
  await expect(page.getByText('You won’t meet Osk Tarrow again.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Nettie Hollow' })).toBeVisible();
  await expect(osk).toHaveCount(0);

  await page.getByRole('button', { name: 'Filters' }).click();
  const sheet = page.getByRole('dialog', { name: 'Narrow it down' });
  await sheet.getByLabel('Kind').selectOption('Horror');
  await expectAccessible(page, 'filters');
  await sheet.getByRole('button', { name: 'Show them' }).click();
  await expect(page).toHaveURL(/category=horror/);
  await expect(page.locator('.gallery').getByRole('article')).toHaveCount(1);
  await page.goBack();
  await expect(page.locator('.gallery').getByRole('article')).not.toHaveCount(1);
  // An address that can't be read is nobody's, and one in capitals is somebody's.
  for (const path of ['/@%E0%A4%A', '/tags/%ff', '/og/p/%E0%A4%A', '/og/creators/%zz', '/p/%E0%A4%A.png']) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
  expect((await page.goto('/p/%E0%A4%A'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'An empty stage' })).toBeVisible();
  await page.goto('/p/MR-UNDERHALL?from=card');
  await expect(page).toHaveURL('/p/mr-underhall?from=card');
  await page.goto('/tags/magic');
  await expect(page.getByRole('heading', { level: 1, name: 'magic' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Nettie Hollow' })).toBeVisible();
});
