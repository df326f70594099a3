import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { enterAsNewFan } from './support/people.ts';

test.beforeEach(async ({ context }) => {
  await enterAsNewFan(context);
});

test('chats are renamed, pinned, found by their words, put away, brought back and deleted', async ({ page }) => {
  const chat = await ChatPage.start(page, 'nettie-hollow');
  await chat.sayBriefly('A recipe for marmalade, please.');
  await chat.chooseOfChat('Rename');
  await page.getByRole('textbox', { name: 'Name' }).fill('Kitchen talk');
  await page.getByRole('button', { name: 'Save' }).click();
  const list = page.getByRole('list', { name: 'Chats' });
  await expect(list.getByRole('link', { name: /Kitchen talk/ })).toBeVisible();
  await chat.chooseOfChat('Pin to the top');
  await ChatPage.start(page, 'halcyon');
  await expect(list.getByRole('listitem').first()).toContainText('Kitchen talk');
  await page.reload();
  await expect(list.getByRole('listitem').first()).toContainText('Kitchen talk');

  const search = page.getByRole('searchbox', { name: 'Search your chats' });
  await search.fill('marmalade');
  await expect(list.getByRole('listitem')).toHaveText([/Kitchen talk/]);
  await search.fill('nobody ever said this');
  await expect(page.getByText('Nothing was said here about')).toBeVisible();
  await search.fill('');

  const kitchen = list.getByRole('listitem').filter({ hasText: 'Kitchen talk' });
  await kitchen.hover();
  await kitchen.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'Put away' }).click();
  await expect(kitchen).toBeHidden();
  await page.getByRole('button', { name: 'Put away' }).click();
  await kitchen.hover();
  await kitchen.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'Bring back' }).click();
  await page.getByRole('button', { name: 'Back to your chats' }).click();
  await expect(kitchen).toBeVisible();

  await kitchen.getByRole('link').click();
  await page.waitForURL(/\/chat\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { name: 'Nettie Hollow' })).toBeVisible();
  const gone = page.url();
  await chat.chooseOfChat('Delete');
  await page.getByRole('button', { name: 'Delete the chat' }).click();
  await page.waitForURL('**/chat');
  await expect(kitchen).toBeHidden();
  await page.goto(gone);
  await expect(page.getByRole('heading', { name: 'An empty stage' })).toBeVisible();
});

test('a reply that came while nobody looked has a dot until it is read', async ({ page, context }) => {
  const chat = await ChatPage.start(page, 'nettie-hollow');
  await chat.say('Take your time.');
  await chat.replyStarted();
  await page.goto('/chat');
  const row = page.getByRole('list', { name: 'Chats' }).getByRole('listitem');
  await expect(async () => {
    await page.reload();
    await expect(row.getByText('Unread')).toBeAttached({ timeout: 1_000 });
  }).toPass({ timeout: 45_000 });
  await row.getByRole('link').click();
  await expect(chat.replies.last()).toBeVisible();
  const read = page.waitForResponse((answer) => answer.url().endsWith('/read'));
  await page.reload();
  await read;
  const elsewhere = await context.newPage();
  await elsewhere.goto('/chat');
  await expect(elsewhere.getByRole('list', { name: 'Chats' }).getByText('Unread')).toHaveCount(0);
});

test('a fan says who they are, corrects the memory and takes the conversation home', async ({ page }) => {
  const chat = await ChatPage.start(page, 'osk-tarrow');
  await chat.sayBriefly('There is a light on the water.');
  await chat.chooseOfChat('Settings and memory');
  const sheet = page.getByRole('dialog', { name: 'You and Osk Tarrow' });
  const name = sheet.getByLabel('What Osk Tarrow calls you');
  await name.fill('');
  await expect(sheet.getByText('They have to call you something.')).toBeVisible();
  await name.fill('Captain');
  await sheet.getByLabel('About you').fill('I keep a lighthouse of my own.');
  await sheet.getByLabel('Note to the author').fill('Let the fog come in slowly.');
  await sheet.getByLabel('How close they keep the note').selectOption('right before the reply');
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await sheet.getByLabel('What is remembered').fill('The Captain once saved a gull.');
  await sheet.getByRole('button', { name: 'Save the memory' }).click();
  await expect(sheet.getByText('your own words')).toBeVisible();
  await sheet.getByRole('switch', { name: 'Keep a memory' }).click();
  await expect(sheet.getByText('It is off')).toBeVisible();

  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: /Markdown/ }).click();
  const file = await (await download).path();
  expect(await readFile(file, 'utf8')).toContain('There is a light on the water.');

  await page.reload();
  await chat.chooseOfChat('Settings and memory');
  await expect(name).toHaveValue('Captain');
  await expect(sheet.getByLabel('How close they keep the note')).toHaveValue('0');
  await expect(sheet.getByLabel('What is remembered')).toHaveValue('The Captain once saved a gull.');
  await expect(sheet.getByRole('switch')).not.toBeChecked();
});
