import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { expectAccessible } from './support/axe.ts';
import { CREATOR, enter, enterAsNewFan } from './support/people.ts';

const ENTRY = 'What Mr. Underhall is told';
const HOSTILE = '<img src=x onerror="document.title=1"> **not** bold';

test('a creator reads what their own persona is told, word for word, and copies it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await enter(context, CREATOR, 'login');
  const chat = await ChatPage.start(page, 'mr-underhall');
  await chat.chooseOfChat(ENTRY);
  const sheet = page.getByRole('dialog', { name: ENTRY });
  await expect(sheet.getByRole('alert')).toContainText('Nothing was asked yet');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  // She has no coins: talking to one's own persona costs none.
  await expect(chat.send).toHaveAccessibleName('Send for free');
  await chat.sayBriefly(HOSTILE);
  await page.route('**/prompt', (route) => route.abort(), { times: 1 });
  await chat.chooseOfChat(ENTRY);
  await expect(sheet.getByRole('alert')).toContainText('We can’t reach the theatre');
  await expectAccessible(page, 'prompt, out of reach');
  await sheet.getByRole('button', { name: 'Try again' }).press('Enter');

  const parts = sheet.getByRole('table');
  await expect(parts.getByRole('row', { name: /^House rules all of it \d+$/ })).toBeVisible();
  await expect(parts.getByRole('row', { name: /^Personality/ })).toBeVisible();
  await expect(sheet.getByText(/^[\d,]+ of [\d,]+ tokens$/)).toBeVisible();
  const text = sheet.getByRole('region', { name: 'The prompt, word for word' });
  await expect(text).toContainText(HOSTILE);
  await expect(text.locator('img, strong')).toHaveCount(0);
  await expectAccessible(page, 'prompt');
  await sheet.getByRole('button', { name: 'Copy' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`### User\n\n${HOSTILE}`);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('a fan finds no such thing in the menu', async ({ page, context }) => {
  await enterAsNewFan(context);
  const chat = await ChatPage.start(page, 'mr-underhall');
  await page.getByRole('button', { name: 'More about this chat' }).click();
  await expect(page.getByRole('menuitem', { name: 'Settings and memory' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /is told$/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(chat.composer).toBeVisible();
});
