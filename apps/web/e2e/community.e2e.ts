import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { CREATOR, enter, enterAsNewFan } from './support/people.ts';

test('a fan follows, hears of a post while it is made, reads it and likes it; blocked, they find nobody there', async ({
  page,
  context,
  browser,
}) => {
  const fan = await enterAsNewFan(context);
  const makers = await browser.newContext();
  await enter(makers, CREATOR, 'login');
  const maker = await makers.newPage();
  const said = `The curtain sticks tonight. ${randomUUID().slice(0, 8)}`;

  await page.goto('/p/mr-underhall');
  const follow = page.getByRole('button', { name: /^Follow(ing)? Mr. Underhall/ });
  // Shown before it is answered; whoever leaves earlier takes it along.
  const followed = page.waitForResponse(
    (answer) => answer.url().endsWith('/follow') && answer.request().method() === 'POST',
  );
  await follow.click();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  expect((await followed).ok()).toBe(true);
  await page.goto('/library');
  await expect(page.getByRole('link', { name: 'Mr. Underhall' })).toBeVisible();

  await maker.goto('/p/mr-underhall');
  await maker.getByRole('textbox', { name: 'Post as Mr. Underhall' }).fill(said);
  await maker.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(maker.getByRole('region', { name: 'Posts' }).getByRole('article').first()).toContainText(said);

  // Nobody reloads anything.
  const bell = page.getByRole('button', { name: /^Notifications/ }).filter({ visible: true });
  await expect(bell).toHaveAccessibleName('Notifications, 1 new');
  await bell.click();
  await expectAccessible(page, 'the bell');
  await page.getByRole('dialog').getByRole('link', { name: said }).click();
  await page.waitForURL('**/p/mr-underhall/posts/*');
  await expect(page.getByRole('article')).toContainText(said);
  await expect(bell).toHaveAccessibleName('Notifications');
  const like = page.getByRole('button', { name: /^Like/ });
  await like.click();
  await expect(like).toHaveAccessibleName('Like, 1 person likes this');
  await page.reload();
  await expect(like).toHaveAttribute('aria-pressed', 'true');

  await maker.goto('/studio/fans');
  await expectAccessible(maker, 'fans of a creator');
  await maker.getByRole('button', { name: `Block ${fan.name}` }).click();
  await maker.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
  await expect(maker.getByRole('listitem').filter({ hasText: fan.name })).toContainText('Blocked');
  await page.reload();
  await expect(page.getByText(said)).toBeHidden();
  for (const path of ['/p/mr-underhall', '/@marlowe']) expect((await page.goto(path))?.status()).toBe(404);
  await maker.getByRole('listitem').filter({ hasText: fan.name }).getByRole('button', { name: 'Unblock' }).click();
  await expect(maker.getByText(`${fan.name} may come back`)).toBeVisible();
  await page.goto('/@marlowe');
  await expect(page.getByRole('link', { name: 'Mr. Underhall' })).toBeVisible();
  await expectAccessible(page, 'a creator’s page');

  await maker.goto('/p/mr-underhall');
  await maker.getByRole('article').filter({ hasText: said }).getByRole('button', { name: 'Delete this post' }).click();
  await maker.getByRole('button', { name: 'Delete it' }).click();
  await expect(maker.getByText(said)).toBeHidden();
  await makers.close();
});
