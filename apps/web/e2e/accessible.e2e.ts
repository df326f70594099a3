import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { PayoutsPage } from './pages/payouts-page.ts';
import { TopUpSheet } from './pages/top-up-sheet.ts';
import { WalletPage } from './pages/wallet-page.ts';
import { expectAccessible } from './support/axe.ts';
import { makeCreatorWith } from './support/books.ts';
import { ADMIN, CREATOR, enter, enterAsNewFan, stranger } from './support/people.ts';

const SCREENS = [
  { name: 'phone, dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'desktop, light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
] as const;

for (const { name, viewport, colorScheme } of SCREENS) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme });

    test('chat, wallet, receipt and checkout are accessible in every state', async ({ page, context }) => {
      await enterAsNewFan(context);
      await page.goto('/chat');
      await expect(page.getByRole('heading', { name: 'The stage is empty' })).toBeVisible();
      await expectAccessible(page, 'chats, empty');
      await page.goto('/studio');
      await expectAccessible(page, 'invitation');

      const chat = await ChatPage.start(page, 'nettie-hollow');
      await expectAccessible(page, 'chat, fresh');
      await chat.say('Good evening.');
      await chat.replyStarted();
      await expectAccessible(page, 'chat, streaming');
      await chat.replyEnded();
      await page.getByRole('button', { name: 'Cost of this reply' }).click();
      await expect(page.getByText('Creator, 70%')).toBeVisible();
      await expectAccessible(page, 'chat, with a stub');
      await chat.openMenu(chat.own.first());
      await expectAccessible(page, 'menu of a message');
      await page.getByRole('button', { name: 'Funny' }).click();
      await page.getByRole('button', { name: 'Another take free' }).click();
      await chat.cutShort();
      await expect(chat.arrows('takes')).toContainText('2/2');
      await chat.composer.press('ArrowUp');
      await expect(page.getByRole('textbox', { name: 'Say it differently' })).toBeVisible();
      await expectAccessible(page, 'chat, with other takes, a reaction and an editor');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+/');
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      await expectAccessible(page, 'keys');
      await page.keyboard.press('Escape');
      await chat.chooseOfChat('Settings and memory');
      await expect(page.getByLabel('What is remembered')).toBeVisible();
      await expectAccessible(page, 'settings of a chat');
      await page.keyboard.press('Escape');
      await chat.chooseOfChat('Delete');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, 'before deleting a chat');
      await page.keyboard.press('Escape');
      await page.goto('/chat');
      await expectAccessible(page, 'chats');

      await page.goto('/wallet');
      await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
      await expectAccessible(page, 'wallet');
      const wallet = new WalletPage(page);
      await wallet.history.getByText('Direction and dates').click();
      await page.getByText('Show the figures of each day').click();
      await wallet.write('x', '');
      await expectAccessible(page, 'wallet, with everything open and a form to correct');
      await wallet.write('somebody', '5', 'A line');
      await expect(wallet.confirm).toBeVisible();
      await expectAccessible(page, 'wallet, before sending');
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: /Message to Nettie Hollow/ }).click();
      await expect(page.getByRole('dialog').getByRole('article', { name: 'Receipt' })).toBeVisible();
      await expectAccessible(page, 'receipt over the wallet');
      await page.keyboard.press('Escape');
      await wallet.entry('Welcome bonus').click();
      await expect(wallet.receipt).toContainText('On the house');
      await expectAccessible(page, 'receipt of the welcome bonus');
      await page.keyboard.press('Escape');
      const till = new TopUpSheet(page);
      await till.press('I have a code');
      await page.getByLabel('Promotion code').fill('nosuchcode');
      await till.pack('Starter').click();
      await expect(page.getByText('This code can’t be used')).toBeVisible();
      await expectAccessible(page, 'a code that can’t be used');
      await page.getByLabel('Promotion code').fill('');
      await till.pack('Starter').click();
      await page.waitForURL('**/checkout/**');
      await expectAccessible(page, 'checkout');
      await till.press('Let it fail');
      await expect(till.said('The payment failed')).toBeVisible();
      await expectAccessible(page, 'a payment that failed');
      await till.press('Try again');
      await till.pay.click();
      await expect(till.said('The coins are yours')).toBeVisible();
      await till.press('Dispute it');
      await expect(till.said('Disputed')).toBeVisible();
      await expectAccessible(page, 'a payment that is disputed');
      await page.goto('/wallet/purchases');
      await expectAccessible(page, 'purchases');
      await page.getByRole('link', { name: /Starter pack/ }).click();
      await expect(page.getByRole('article', { name: 'Receipt' })).toBeVisible();
      await expectAccessible(page, 'receipt of a purchase');
    });

    test('payouts are accessible, for a creator and for the house', async ({ page, context, browser }) => {
      const creator = stranger();
      await enter(context, creator, 'register');
      await makeCreatorWith(creator, 9_000);
      await context.clearCookies();
      await enter(context, creator, 'login');
      // The house has an event to look at.
      await page.goto('/wallet');
      const till = new TopUpSheet(page);
      await till.pack('Starter').click();
      await till.pay.click();
      await expect(till.said('The coins are yours')).toBeVisible();
      const payouts = await PayoutsPage.open(page);
      await page.getByRole('button', { name: 'Fill it in' }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      await expectAccessible(page, 'payouts, a form to correct');
      await page.getByRole('button', { name: 'Back' }).click();
      await payouts.fillIn(creator.name, creator.email.slice(4, 12));
      await payouts.addAccount('pays@sandbox');
      await payouts.ask('2500', 'pays@sandbox');
      await expectAccessible(page, 'payouts, before asking');
      await page.getByRole('button', { name: 'Request $20.00' }).click();
      await payouts.list.getByRole('link', { name: /\$20\.00/ }).click();
      await expect(page.getByRole('heading', { name: /Payout of/ })).toBeVisible();
      await expectAccessible(page, 'a payout');
      const office = await browser.newContext();
      await enter(office, ADMIN, 'login');
      const desk = await office.newPage();
      await desk.goto('/admin/payouts');
      await desk
        .getByRole('button', { name: /^Turn down \$20\.00/ })
        .first()
        .click();
      await expectAccessible(desk, 'payouts to look at');
      await desk.goto('/admin/payments?state=applied');
      await expectAccessible(desk, 'events');
      await desk.getByRole('link', { name: 'payment.succeeded' }).first().click();
      await expect(desk.getByRole('button', { name: 'Replay it' })).toBeVisible();
      await expectAccessible(desk, 'an event');
      await office.close();
    });

    test('the studio is accessible', async ({ page, context }) => {
      await enter(context, CREATOR, 'login');
      await page.goto('/studio');
      await expect(page.locator('.recharts-surface').first()).toBeVisible();
      await page.getByText('Show the figures of each day').click();
      await expectAccessible(page, 'studio');
      await page.goto('/studio/personas');
      await expectAccessible(page, 'own personas');
      await page.getByRole('link', { name: 'Mr. Underhall' }).click();
      await expect(page.getByRole('textbox', { name: 'In one line' })).toBeVisible();
      await expectAccessible(page, 'editor');
    });
  });
}
