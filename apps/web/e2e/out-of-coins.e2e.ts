import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { TopUpSheet } from './pages/top-up-sheet.ts';
import { balance, enterAsNewFan } from './support/people.ts';

/** Bartholomew Ash costs five coins: the welcome bonus is six messages. */
async function spendEverything(chat: ChatPage): Promise<void> {
  for (let message = 1; message <= 6; message += 1) {
    await chat.say(`Question number ${message}, if you please.`);
    await chat.replyStarted();
    await chat.stop.click();
    await chat.replyEnded();
  }
}

test('out of coins: a calm word, a top-up in place, and back to the half-written message', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await enterAsNewFan(context);
  const chat = await ChatPage.start(page, 'bartholomew-ash');
  await spendEverything(chat);
  await expect(balance(page, '0')).toBeVisible();
  await expect(page.getByText('is 5 coins; you have 0.')).toBeVisible();

  const sentence = 'What I wanted to say about the fine';
  await chat.composer.fill(sentence);
  await chat.composer.press('Enter');
  const sheet = new TopUpSheet(page);
  await expect(sheet.dialog).toContainText('+ 20 % on your first purchase');
  await expect(sheet.dialog).toContainText('0.82¢ a coin');
  await sheet.pack('Starter').click();
  await expect(sheet.dialog).toContainText('No money moves');
  await sheet.press('Let it fail');
  await expect(sheet.said('The payment failed')).toContainText('The bank said no and gave no reason.');
  await expect(sheet.button('Try again')).toBeFocused();
  await page.keyboard.press('Enter');
  await sheet.pay.click();
  await expect(sheet.dialog).toContainText('The coins are yours');
  await expect(page.getByRole('button', { name: /^Back to Bartholomew Ash/ })).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(sheet.dialog).toBeHidden();
  await expect(balance(page, '120')).toBeVisible();
  await expect(chat.composer).toBeFocused();
  await expect(chat.composer).toHaveValue(sentence);
  await chat.composer.press('Enter');
  await expect(chat.own.last()).toContainText(sentence);
  await expect(balance(page, '115')).toBeVisible();
});

test('the wallet sells through the checkout page, and cancelling costs nothing', async ({ page, context }) => {
  await enterAsNewFan(context);
  await page.goto('/billing');
  await page.waitForURL('**/wallet');
  const sheet = new TopUpSheet(page);
  await sheet.pack('Popular').click();
  await page.waitForURL('**/checkout/**');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByText('Nothing was bought and nothing was charged.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to your wallet' }).click();
  await page.waitForURL('**/wallet');
  await expect(balance(page, '30')).toBeVisible();

  await sheet.pack('Popular').click();
  await page.waitForURL('**/checkout/**');
  await sheet.pay.click();
  await page.getByRole('button', { name: 'Back to your wallet' }).click();
  await page.waitForURL('**/wallet');
  await expect(balance(page, '680')).toBeVisible();
  await expect(page.getByRole('region', { name: 'History' })).toContainText('+650');
});
