import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { ADMIN, CREATOR, enter, enterAsNewFan } from './support/people.ts';

test('a fan follows, hears of a post while it is made, likes it and reports it; blocked, they find nobody there; an admin removes it', async ({
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
  // Shown before it is answered; whoever leaves then leaves it behind, and it counts.
  const tapped = page.waitForRequest((request) => request.url().endsWith('/follow') && request.method() === 'POST');
  await follow.click();
  await tapped;
  // The page may be there before the tap has been counted, which nobody waits for.
  await expect(async () => {
    await page.goto('/library');
    await expect(page.getByRole('link', { name: 'Mr. Underhall' })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 15_000 });

  await maker.goto('/p/mr-underhall');
  const post = maker.getByRole('textbox', { name: 'Post as Mr. Underhall' });
  await post.fill(said);
  await maker.reload();
  await expect(post).toHaveValue(said);
  await maker.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(maker.getByRole('region', { name: 'Posts' }).getByRole('article').first()).toContainText(said);
  await expect(post).toHaveValue('');

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

  await page.getByRole('button', { name: 'Report this post' }).click();
  const report = page.getByRole('dialog', { name: 'Report this post' });
  await report.getByRole('radio', { name: 'A scam' }).check();
  await report.getByLabel('What they should know').fill(`About: ${said}`);
  await report.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(page.getByText('Somebody will look at it.')).toBeVisible();

  // Words and pictures are changed with what wrote them.
  await maker.getByRole('article').first().getByRole('button', { name: 'Edit this post' }).click();
  const edit = maker.getByRole('dialog', { name: 'Edit this post' });
  await edit.getByRole('textbox', { name: 'What it says' }).fill(`${said} Still.`);
  await edit.getByLabel('Pictures for the post').setInputFiles('public/icons/icon-192.png');
  await expect(edit.getByText('Picture 1 is ready')).toBeAttached();
  await edit.getByRole('textbox', { name: 'What picture 1 shows' }).fill('A curtain');
  await expectAccessible(maker, 'a post that is changed');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit).toBeHidden();
  await page.reload();
  await expect(page.getByRole('article')).toContainText(`${said} Still.`);
  await expect(page.getByRole('article').getByRole('img', { name: 'A curtain' })).toBeVisible();

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

  const house = await browser.newContext();
  await enter(house, ADMIN, 'login');
  const admin = await house.newPage();
  await admin.goto('/admin/reports');
  await admin.getByRole('row').filter({ hasText: said }).getByRole('link', { name: 'A scam' }).click();
  // As it was then.
  await expect(admin.getByRole('article').getByText(said, { exact: true })).toBeVisible();
  await admin.getByRole('button', { name: 'Remove the post' }).click();
  await admin.getByLabel('Reason').fill('It asks for money');
  await expectAccessible(admin, 'a report');
  await admin.getByRole('button', { name: 'Remove it and uphold the report' }).click();
  await expect(admin.getByText('Upheld')).toBeVisible();
  await house.close();
  await maker.goto('/p/mr-underhall');
  await expect(maker.getByText(said)).toBeHidden();
  await maker.getByRole('button', { name: /^Notifications, \d+ new/ }).click();
  await expect(maker.getByRole('dialog').getByRole('listitem').first()).toContainText('It asks for money');
  await maker.keyboard.press('Escape');

  await maker.getByRole('textbox', { name: 'Post as Mr. Underhall' }).fill('Forget it.');
  await maker.getByRole('button', { name: 'Post', exact: true }).click();
  const slip = maker.getByRole('article').filter({ hasText: 'Forget it.' });
  await slip.getByRole('button', { name: 'Delete this post' }).click();
  await maker.getByRole('button', { name: 'Delete it' }).click();
  await expect(slip).toBeHidden();
  await makers.close();
});
