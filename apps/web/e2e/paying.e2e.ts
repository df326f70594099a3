import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { TopUpSheet } from './pages/top-up-sheet.ts';
import { balance, enterAsNewFan } from './support/people.ts';

test('what is paid later says so, and turns into coins when the provider tells of them', async ({ page, context }) => {
  await enterAsNewFan(context);
  await page.goto('/wallet');
  const till = new TopUpSheet(page);
  await till.pack('Starter').click();
  await page.waitForURL('**/checkout/**');
  await till.press('Pay later');
  await expect(till.said('The coins come as soon as the provider tells us.')).toBeVisible();
  await expect(balance(page, '30')).toBeVisible();

  // The provider tells of it behind the page's back, as a webhook does.
  const paymentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const other = await context.newPage();
  await other.goto(`/checkout/${paymentId}`);
  await new TopUpSheet(other).press('Let the money arrive');
  await expect(till.said('You have 150 coins now.')).toBeVisible();
  await expect(balance(page, '150')).toBeVisible();
});

test('a first purchase and a code: what is added stands on the packs, the bill and the receipt', async ({
  page,
  context,
}) => {
  await enterAsNewFan(context);
  await page.goto('/wallet');
  const till = new TopUpSheet(page);
  await expect(till.pack('Popular')).toContainText('+ 20 % on your first purchase');
  await expect(till.pack('Popular')).toContainText('500 + 150 bonus');

  await till.button('I have a code').click();
  const code = page.getByLabel('Promotion code');
  await expect(code).toBeFocused();
  await code.fill('nosuchcode');
  await expect(till.pack('Popular')).not.toContainText('first purchase');
  await till.pack('Popular').click();
  await expect(page.getByText('This code can’t be used')).toBeVisible();
  await code.fill('encore');
  await till.pack('Popular').click();
  await page.waitForURL('**/checkout/**');
  await expect(page.getByText('Bonus, with “Encore”')).toBeVisible();
  await till.pay.click();
  await expect(till.said('The coins are yours')).toBeVisible();
  await till.button('Back to your wallet').click();
  await page.waitForURL('**/wallet');
  await expect(till.pack('Popular')).not.toContainText('first purchase');

  await page.getByRole('link', { name: 'Purchases and receipts' }).click();
  await page.getByRole('link', { name: /Popular pack/ }).click();
  const receipt = page.getByRole('article', { name: 'Receipt' });
  await expect(receipt.getByRole('row', { name: /Bonus coins, with “Encore”/ })).toContainText('100');
  await expect(receipt.getByRole('row', { name: /Total paid/ })).toContainText('$4.99');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Main' }).first()).toBeHidden();
  await expect(receipt.getByRole('button', { name: 'Print it' })).toBeHidden();
  await expect(receipt).toBeVisible();
});

test('coins follow money that goes back: disputed, returned, refunded, and what is owed is said', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await enterAsNewFan(context);
  await page.goto('/wallet');
  const till = new TopUpSheet(page);
  await till.pack('Starter').click();
  await page.waitForURL('**/checkout/**');
  await till.pay.click();
  await expect(balance(page, '150')).toBeVisible();
  await till.press('Dispute it');
  await expect(page.getByText('The bank has taken $0.99 back')).toBeVisible();
  await expect(balance(page, '30')).toBeVisible();
  await till.press('The house wins');
  await expect(page.getByText('The dispute is over, the payment stands')).toBeVisible();
  await expect(balance(page, '150')).toBeVisible();
  const checkout = page.url();

  const chat = await ChatPage.start(page, 'bartholomew-ash');
  for (let message = 1; message <= 7; message += 1) {
    await chat.say(`Question number ${message}.`);
    await chat.replyEnded();
  }
  await expect(balance(page, '115')).toBeVisible();

  await page.goto(checkout);
  await till.press('Refund it');
  await expect(page.getByText('All of it went back')).toBeVisible();
  await page.goto('/wallet');
  const owed = '5 coins are owed because a payment was taken back; your next purchase settles it.';
  await expect(page.getByRole('status').getByText(owed)).toBeVisible();
  await page.goto('/wallet/purchases');
  await expect(page.getByRole('link', { name: /Starter pack/ })).toContainText('Refunded');

  await page.goto('/chat');
  await page
    .getByRole('link', { name: /Bartholomew Ash/ })
    .first()
    .click();
  const again = await ChatPage.here(page);
  await expect(page.getByText(owed)).toBeVisible();
  await again.composer.fill('Put it on my account.');
  await again.composer.press('Enter');
  await expect(till.dialog).toContainText(owed);
});
