import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { balance, enterAsNewFan } from './support/people.ts';

test.beforeEach(async ({ context }) => {
  await enterAsNewFan(context);
});

test('Stop ends a reply, keeps its words and says so', async ({ page }) => {
  const chat = await ChatPage.start(page, 'nettie-hollow');
  await chat.say('Tell me everything about mandrakes.');
  await chat.replyStarted();
  await chat.stop.click();
  await chat.replyEnded();
  await expect(chat.log.getByText('You stopped it')).toBeVisible();
  await expect(chat.composer).toBeFocused();
  const stopped = await chat.lastReply();
  await page.reload();
  await expect(chat.log.getByText('You stopped it')).toBeVisible();
  expect(await chat.lastReply()).toBe(stopped);
});

test('two tabs show the same stream, and a reload in its middle loses nothing', async ({ page, context }) => {
  const chat = await ChatPage.start(page, 'halcyon');
  const otherPage = await context.newPage();
  await otherPage.goto(page.url());
  const other = await ChatPage.here(otherPage);
  await expect(other.send).toBeVisible();
  // Both tabs have to be in the room before the first word: the second one shows that by hearing a first exchange.
  await chat.say('Anybody home?');
  await other.replyStarted();
  await expect(other.own.last()).toContainText('Anybody home?');
  await expect(balance(otherPage, '28')).toBeVisible();

  await page.reload();
  await chat.replyEnded();
  await other.replyEnded();
  expect(await chat.lastReply()).toBe(await other.lastReply());
  expect((await chat.lastReply()).length).toBeGreaterThan(20);

  await page.reload();
  await expect(chat.own).toHaveCount(1);
  expect(await chat.lastReply()).toBe(await other.lastReply());
});

test('a half-written message survives a reload and leaving the chat', async ({ page }) => {
  const chat = await ChatPage.start(page, 'osk-tarrow');
  await chat.composer.fill('There was a light on the water');
  await page.reload();
  await expect(chat.composer).toHaveValue('There was a light on the water');
  await page.goto('/wallet');
  await page.goBack();
  await expect(chat.composer).toHaveValue('There was a light on the water');
});

test('Enter sends, Shift and Enter breaks the line', async ({ page }) => {
  const chat = await ChatPage.start(page, 'osk-tarrow');
  await chat.composer.pressSequentially('First line');
  await chat.composer.press('Shift+Enter');
  await chat.composer.pressSequentially('second line');
  await expect(chat.composer).toHaveValue('First line\nsecond line');
  await chat.composer.press('Enter');
  await expect(chat.composer).toHaveValue('');
  await expect(chat.own.last()).toContainText('second line');
});

test('whoever reads further up is left in peace while a reply grows', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 560 });
  const chat = await ChatPage.start(page, 'nettie-hollow');
  await chat.say('Tell me a long story about soup.');
  await chat.replyEnded();
  await chat.say('And another one.');
  await chat.replyStarted();
  await page.locator('.chat-scroller').hover();
  await page.mouse.wheel(0, -2_000);
  const jump = page.getByRole('button', { name: /ump to the latest/ });
  await expect(jump).toBeVisible();
  const place = async () => Math.round((await chat.replies.first().boundingBox())?.y ?? 0);
  const before = await place();
  await chat.replyEnded();
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
  const fresh = page.getByRole('button', { name: '1 new message' });
  await fresh.click();
  await expect(fresh).toBeHidden();
  await expect(chat.replies.last()).toBeInViewport();
});

test('whoever speaks of harming themselves sees who listens in their country, also after a reload', async ({
  page,
}) => {
  const chat = await ChatPage.start(page, 'nettie-hollow');
  const card = chat.log.getByRole('region', { name: 'You don’t have to carry this alone' });
  await chat.say('How was your day?');
  await expect(card).toBeHidden();
  await chat.replyStarted();
  await chat.replyEnded();
  await chat.say('I want to die');
  await expect(card.getByRole('link', { name: 'Call Samaritans: 116 123' })).toHaveAttribute('href', 'tel:116123');
  await expect(card.getByRole('link', { name: /^samaritans\.org/ })).toHaveAttribute('href', /^https:/);
  await expect(card.getByRole('link', { name: '999' })).toHaveAttribute('href', 'tel:999');
  await expect(card.getByRole('status')).toContainText('under your message');
  await page.reload();
  await expect(card.getByRole('link', { name: 'Call Samaritans: 116 123' })).toBeVisible();
  await expect(card).toHaveCount(1);
  // It was there from the start, so nobody is interrupted by it.
  await expect(card.getByRole('status')).toBeEmpty();
});
