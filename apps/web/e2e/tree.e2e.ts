import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { balance, enterAsNewFan } from './support/people.ts';

test.beforeEach(async ({ context }) => {
  await enterAsNewFan(context);
});

test('the first other take is free and says so, the next one has its price; arrows and keys walk through them', async ({
  page,
}) => {
  const chat = await ChatPage.start(page, 'nettie-hollow');
  await chat.sayBriefly('What is in the soup?');
  const first = await chat.lastReply();
  await expect(balance(page, '28')).toBeVisible();
  await page.getByRole('button', { name: 'Another take free' }).click();
  await chat.cutShort();
  await expect(chat.arrows('takes')).toContainText('2/2');
  await expect(balance(page, '28')).toBeVisible();
  await expect(chat.own).toHaveCount(1);

  await page.getByRole('button', { name: 'Another take 2 coins' }).click();
  await chat.cutShort();
  await expect(chat.arrows('takes')).toContainText('3/3');
  await expect(balance(page, '26')).toBeVisible();

  await chat.arrows('takes').getByRole('button', { name: 'Previous' }).click();
  await expect(chat.arrows('takes')).toContainText('2/3');
  await chat.composer.focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(chat.arrows('takes')).toContainText('1/3');
  expect(await chat.lastReply()).toBe(first);
  await page.reload();
  expect(await chat.lastReply()).toBe(first);
  await expect(chat.arrows('takes')).toContainText('1/3');
});

test('a message is said differently in its place, what was is one arrow away, and a second tab follows', async ({
  page,
  context,
}) => {
  const chat = await ChatPage.start(page, 'nettie-hollow');
  await chat.sayBriefly('Good evening.');
  await chat.sayBriefly('What do you make of the weather?');
  const otherPage = await context.newPage();
  await otherPage.goto(page.url());
  const other = await ChatPage.here(otherPage);
  await expect(other.own).toHaveCount(2);

  await chat.choose(chat.own.first(), /^Edit/);
  const editor = page.getByRole('textbox', { name: 'Say it differently' });
  await expect(editor).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
  await expect(chat.composer).toBeFocused();

  await chat.choose(chat.own.first(), /^Edit/);
  await editor.fill('Good morning.');
  await editor.press('Enter');
  await chat.cutShort();
  await expect(chat.own).toHaveText([/Good morning/]);
  await expect(balance(page, '24')).toBeVisible();
  await expect(other.own).toHaveText([/Good morning/]);

  await chat.arrows('versions').getByRole('button', { name: 'Previous' }).click();
  await expect(chat.own).toHaveText([/Good evening/, /weather/]);
  await expect(other.own).toHaveText([/Good evening/, /weather/]);
});

test('ArrowUp edits the last message; a reply goes on; a message is deleted with what follows it', async ({ page }) => {
  const chat = await ChatPage.start(page, 'osk-tarrow');
  await chat.sayBriefly('Is it rough tonight?');
  await chat.composer.press('ArrowUp');
  await expect(page.getByRole('textbox', { name: 'Say it differently' })).toHaveValue('Is it rough tonight?');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /^Go on/ }).click();
  await chat.cutShort();
  await expect(chat.replies).toHaveCount(3);
  await expect(chat.own).toHaveCount(1);

  await chat.choose(chat.own.first(), 'Delete');
  const sheet = page.getByRole('dialog', { name: 'Delete your message?' });
  await expect(sheet).toContainText('2 messages here');
  await sheet.getByRole('button', { name: 'Keep it' }).click();
  await expect(chat.replies).toHaveCount(3);
  await chat.choose(chat.own.first(), 'Delete');
  await sheet.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(chat.own).toHaveCount(0);
  await expect(chat.replies).toHaveCount(1);
  await page.reload();
  await expect(chat.own).toHaveCount(0);
});

test('a message is copied, reacted to, read aloud and reported; every key is listed', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // No voices in a test's browser: what is asked of them is written down.
  await page.addInitScript(() => {
    const spoken: string[] = [];
    const voice = {
      speak: ({ text, lang, pitch, rate }: SpeechSynthesisUtterance) =>
        spoken.push(text, lang, `${pitch.toFixed(2)} ${rate.toFixed(2)}`),
      cancel: () => spoken.push('·'),
    };
    Object.defineProperty(window, 'speechSynthesis', { value: voice });
    Object.defineProperty(window, 'spoken', { value: spoken });
  });
  const chat = await ChatPage.start(page, 'nettie-hollow');
  await chat.choose(chat.replies.first(), 'Copy');
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Mind the third step');

  await chat.openMenu(chat.replies.first());
  await page.getByRole('button', { name: 'Love it' }).click();
  await expect(page.getByRole('button', { name: /^Your reaction/ })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: /^Your reaction/ }).click();
  await expect(page.getByRole('button', { name: /^Your reaction/ })).toBeHidden();

  await chat.choose(chat.replies.first(), 'Read aloud');
  await page.getByRole('button', { name: 'Stop reading' }).click();
  await expect(page.getByRole('button', { name: 'Stop reading' })).toBeHidden();
  expect(await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken.join(' '))).toMatch(
    /Mind the third step.* en-GB 1\.10 0\.95 ·$/s,
  );

  await chat.choose(chat.replies.first(), 'Report');
  const report = page.getByRole('dialog', { name: 'Report this message' });
  await report.getByRole('button', { name: 'Report' }).click();
  await expect(report.getByText('Choose what is wrong with it.')).toBeVisible();
  await report.getByLabel('Something else').check();
  await report.getByRole('button', { name: 'Report' }).click();
  await expect(page.getByText('Somebody will look at it.')).toBeVisible();
  await expect(report).toBeHidden();

  await page.getByRole('region', { name: 'Messages' }).focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('edit your last message');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await page.keyboard.press('/');
  await expect(chat.composer).toBeFocused();
});

test.describe('with fingers', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a long press opens the menu, a swipe walks through the greetings', async ({ page }) => {
    const chat = await ChatPage.start(page, 'nettie-hollow');
    const greeting = await chat.lastReply();
    const touch = await page.context().newCDPSession(page);
    const at = async () => {
      const box = await chat.replies.first().boundingBox();
      return { x: (box?.x ?? 0) + 200, y: (box?.y ?? 0) + 60 };
    };
    const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: points });

    await finger('touchStart', [await at()]);
    await expect(page.getByRole('menuitem', { name: 'Copy' })).toBeVisible();
    await finger('touchEnd', []);
    await page.keyboard.press('Escape');

    await expect(chat.arrows('takes')).toContainText('1/2');
    const { x, y } = await at();
    await finger('touchStart', [{ x, y }]);
    for (const step of [20, 50, 90, 120]) await finger('touchMove', [{ x: x - step, y }]);
    await finger('touchEnd', []);
    await expect(chat.arrows('takes')).toContainText('2/2');
    expect(await chat.lastReply()).not.toBe(greeting);
  });
});
