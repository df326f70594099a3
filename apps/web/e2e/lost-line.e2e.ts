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

test('a message that could not leave is kept, and trying again is charged once', async ({ page, context }) => {
  await enterAsNewFan(context);
  const line = await holdLine(page);
  const chat = await ChatPage.start(page, 'nettie-hollow');
  await line.joined;
  await line.cut();
  await expect(page.getByText('Reconnecting. Nothing is lost.')).toBeVisible();
  await chat.say('Can anybody hear me?');
  await expect(chat.log.getByText('Sending…')).toBeVisible();
  await expect(chat.log.getByText(/^Not sent/)).toBeVisible();
  await expect(balance(page, '30')).toBeVisible();
  line.mend();
  await expect(page.getByText('Reconnecting. Nothing is lost.')).toBeHidden();
  await page.getByRole('button', { name: /^Try again/ }).click();
  await chat.replyStarted();
  await chat.replyEnded();
  await expect(chat.own).toHaveCount(1);
  await expect(balance(page, '28')).toBeVisible();
});
