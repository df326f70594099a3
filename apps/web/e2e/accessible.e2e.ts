import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { TopUpSheet } from './pages/top-up-sheet.ts';
import { WalletPage } from './pages/wallet-page.ts';
import { expectAccessible } from './support/axe.ts';
import { CREATOR, enter, enterAsNewFan } from './support/people.ts';

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
      await expectAccessible(page, 'keys');
      await page.keyboard.press('Escape');
      await chat.chooseOfChat('Settings and memory');
      await expect(page.getByLabel('What is remembered')).toBeVisible();
      await expectAccessible(page, 'settings of a chat');
      await page.keyboard.press('Escape');
      await chat.chooseOfChat('Delete');
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
      await new TopUpSheet(page).pack('Starter').click();
      await page.waitForURL('**/checkout/**');
      await expectAccessible(page, 'checkout');
    });

    test('the studio is accessible', async ({ page, context }) => {
      await enter(context, CREATOR, 'login');
      await page.goto('/studio');
      await expect(page.locator('.recharts-surface').first()).toBeVisible();
      await page.getByText('Show the figures of each day').click();
      await expectAccessible(page, 'studio');
    });
  });
}
