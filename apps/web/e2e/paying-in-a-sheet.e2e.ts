import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { TopUpSheet } from './pages/top-up-sheet.ts';
import { expectAccessible } from './support/axe.ts';
import { balance, enterAsNewFan } from './support/people.ts';
import { standInForStripe } from './support/stand-in-stripe.ts';

test('a card in the sheet: its script comes only then, can fail and be tried again, and the coins come with the provider’s word', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await enterAsNewFan(context);
  const stripe = await standInForStripe(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('stripe.com')) asked.push(request.url());
  });
  const chat = await ChatPage.start(page, 'bartholomew-ash');
  // Three messages' worth is little: the notice offers a top-up.
  for (let message = 1; message <= 4; message += 1) {
    await chat.say(`Question ${message}.`);
    await chat.replyEnded();
  }
  await chat.composer.fill('Half a sen');
  await page.getByRole('button', { name: 'Top up' }).click();
  const sheet = new TopUpSheet(page);
  await sheet.pack('Starter').waitFor();
  expect(asked).toEqual([]);

  const opened = page.waitForResponse('**/api/payment/stripe/create-intent');
  await sheet.pack('Starter').click();
  const { payment } = await (await opened).json();
  await expect(sheet.dialog.getByRole('alert')).toContainText(/Stripe could not be reached\. ?Nothing was charged\./);
  await expectAccessible(page, 'a sheet whose script is missing');
  stripe.mend();
  await sheet.press('Try again');
  await expect(sheet.dialog).toContainText('The card’s number');
  await sheet.press('Pay $0.99');
  await expect(sheet.said('The coins come as soon as the provider tells us.')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);

  const provider = await context.newPage();
  await provider.goto(`/checkout/${payment.id}`);
  await new TopUpSheet(provider).pay.click();
  await expect(sheet.said('The coins are yours')).toBeVisible();
  await page.getByRole('button', { name: /^Back to Bartholomew Ash/ }).click();
  await expect(balance(page, '130')).toBeVisible();
  await expect(chat.composer).toHaveValue('Half a sen');
});
