import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { CREATOR, enter, enterAsNewFan } from './support/people.ts';

/** Mr Underhall costs two coins: seventy percent of that is the creator's. */
const SHARE_COINS = 1.4;

test('the creator sees each message come in while it happens', async ({ page, context, browser }) => {
  await enter(context, CREATOR, 'login');
  await page.goto('/studio');
  const today = page.locator('.studio-today .studio-tick');
  const before = Number(((await today.textContent()) ?? '').replaceAll(',', ''));
  const incoming = page.getByRole('log', { name: 'Coming in' });

  const fanContext = await browser.newContext();
  await enterAsNewFan(fanContext);
  const chat = await ChatPage.start(await fanContext.newPage(), 'mr-underhall');
  await chat.say('For the creator, with regards.');

  await expect(today).toHaveText((before + SHARE_COINS).toLocaleString('en', { maximumFractionDigits: 6 }));
  await expect(incoming.getByRole('listitem').first()).toContainText('+1.4');
  await fanContext.close();

  await page.reload();
  await expect(today).toHaveText((before + SHARE_COINS).toLocaleString('en', { maximumFractionDigits: 6 }));
});
