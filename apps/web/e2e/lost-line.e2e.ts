import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { holdLine } from './support/line.ts';
import { balance, enterAsNewFan } from './support/people.ts';

test('a line lost in the middle of a reply comes back, and the reply is whole', async ({ page, context }) => {
  await enterAsNewFan(context);
  const line = await holdLine(page);
  const chat = await ChatPage.start(page, 'nettie-hollow');
  await chat.say('What grows behind the cottage?');
  await chat.replyStarted();
  await line.cut();
  await expect(page.getByText('Reconnecting. Nothing is lost.')).toBeVisible();
  line.mend();
  await chat.replyEnded();
  await expect(page.getByText('Reconnecting. Nothing is lost.')).toBeHidden();
  const here = await chat.lastReply();
  await page.reload();
  expect(await chat.lastReply()).toBe(here);
  await expect(balance(page, '28')).toBeVisible();
});

test('what is written without a line waits, survives a reload, and goes out once by itself', async ({
  page,
  context,
}) => {
  await enterAsNewFan(context);
  const line = await holdLine(page);
  const chat = await ChatPage.start(page, 'nettie-hollow');
  await line.joined;
  await line.cut();
  await expect(page.getByText('Reconnecting. Nothing is lost.')).toBeVisible();
  await chat.say('Can anybody hear me?');
  await expect(page.getByText('Offline. Your message goes out when the line is back.')).toBeVisible();
  await expect(chat.log.getByText('Goes out when you’re back online')).toBeVisible();
  await expect(balance(page, '30')).toBeVisible();
  await page.reload();
  await expect(chat.own).toHaveText(/Can anybody hear me/);
  await chat.say('I brought soup.');
  line.mend();
  await expect(balance(page, '26')).toBeVisible({ timeout: 45_000 });
  await chat.replyEnded();
  await page.reload();
  await expect(chat.own).toHaveCount(2);
  await expect(chat.own.first()).toContainText('Can anybody hear me?');
  await expect(chat.own.last()).toContainText('I brought soup.');
  await expect(balance(page, '26')).toBeVisible();
});
