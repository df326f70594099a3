import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { balance, stranger } from './support/people.ts';

test('a newcomer signs up, meets somebody, talks, and reads the receipt', async ({ page }) => {
  const person = stranger();
  await page.goto('/register');
  await page.getByLabel('What should they call you?').fill(person.name);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(balance(page, '30')).toBeVisible();
  // Which browser it is, only sign-ins are told.
  const cookies = await page.context().cookies(`${new URL(page.url()).origin}/api/auth/callback`);
  expect(cookies.find(({ name }) => name === 'troupe-device')).toMatchObject({ httpOnly: true, path: '/api/auth' });

  await page.goto('/');
  await page
    .getByRole('link', { name: /Nettie Hollow/ })
    .first()
    .click();
  await page.waitForURL('**/p/nettie-hollow');
  await page.getByRole('link', { name: 'Start chat' }).first().click();
  const chat = await ChatPage.here(page);
  await expect(chat.send).toHaveText(/2 coins/);

  await chat.say('I came in for the smell of the soup.');
  await expect(balance(page, '28')).toBeVisible();
  await chat.replyStarted();
  const early = await chat.lastReply();
  await chat.replyEnded();
  const whole = await chat.lastReply();
  expect(whole.length).toBeGreaterThan(early.length);
  expect(whole.startsWith(early.slice(0, 20))).toBe(true);
  await expect(chat.composer).toBeFocused();

  await page.getByRole('button', { name: 'Cost of this reply' }).click();
  await expect(page.getByText('Creator, 70%')).toBeVisible();
  await page.getByRole('link', { name: 'See the whole receipt' }).click();
  await page.waitForURL('**/wallet/receipt/*');
  const ticket = page.getByRole('article', { name: 'Receipt' });
  await expect(ticket.getByRole('heading', { name: 'Nettie Hollow' })).toBeVisible();
  await expect(ticket).toContainText('1.4 coins');
  await expect(ticket).toContainText('0.6 coins');

  await page.getByRole('link', { name: 'Wallet' }).first().click();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByText('Message to Nettie Hollow')).toBeVisible();
  await expect(history.getByText('Welcome bonus')).toBeVisible();
});
