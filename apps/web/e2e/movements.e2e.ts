import { expect, test } from '@playwright/test';
import { WalletPage } from './pages/wallet-page.ts';
import { balance, CREATOR, enter, enterAsNewFan, FAN } from './support/people.ts';

test('coins go to a handle, once looked over; both sides have a receipt, and every mistake is explained', async ({
  browser,
}) => {
  const [theirs, own] = await Promise.all([browser.newContext(), browser.newContext()]);
  await enterAsNewFan(theirs);
  const friend = await theirs.newPage();
  const friendWallet = await WalletPage.open(friend);
  const handle = await friendWallet.handle();

  await enter(own, FAN, 'login');
  const page = await own.newPage();
  const wallet = await WalletPage.open(page);

  await wallet.write('@nobody_at_all', '5');
  await wallet.press('Send 5 coins');
  await expect(wallet.send.getByText('Nobody here is called @nobody_at_all')).toBeVisible();
  await expect(wallet.confirm).toBeHidden();
  await expect(wallet.send.getByLabel('To', { exact: true })).toBeFocused();

  await wallet.write(await wallet.handle(), '0.5');
  await expect(wallet.send.getByText('That’s you')).toBeVisible();
  await expect(wallet.send.getByText('Between 1 and 500 coins')).toBeVisible();

  await wallet.write(`@${handle.toUpperCase()}`, '5', 'For the seat beside you');
  await expect(wallet.confirm).toContainText(`@${handle}`);
  await expect(wallet.confirm).toContainText('can’t be taken back');
  await wallet.press('Send 5 coins');
  await expect(wallet.confirm).toBeHidden();
  await expect(wallet.entry(`Sent to @${handle}`)).toContainText('−5');

  await wallet.write(handle, '496');
  await wallet.press('Send 496 coins');
  await expect(
    wallet.send.getByText(/You don’t have that many|No more than 500 coins|Only coins bought/),
  ).toBeVisible();

  await wallet.choose('Gifts');
  await expect(page).toHaveURL('/wallet?kind=gift');
  await wallet.entry(`Sent to @${handle}`).click();
  await expect(wallet.receipt).toContainText('With compliments');
  await expect(wallet.receipt).toContainText('For the seat beside you');

  await friend.reload();
  await expect(balance(friend, '35')).toBeVisible();
  await friendWallet.entry('Gift from @robin').click();
  await expect(friendWallet.receipt).toContainText('Came in');
  await friend.keyboard.press('Escape');
  await expect(friendWallet.send).toContainText('You can send 0 coins now');

  await Promise.all([theirs.close(), own.close()]);
});

test('limits are kept, filters live in the address, and a receipt has a page of its own', async ({ page, context }) => {
  await enterAsNewFan(context);
  const wallet = await WalletPage.open(page);
  await wallet.limits.getByLabel('Coins a day').fill('lots');
  await wallet.limits.getByRole('button', { name: 'Save limits' }).click();
  await expect(wallet.limits.getByText('A number of coins')).toBeVisible();
  await wallet.limits.getByLabel('Coins a day').fill('20');
  await wallet.limits.getByRole('button', { name: 'Save limits' }).click();
  await expect(wallet.limits).toContainText('0 coins of 20 today');
  await page.reload();
  await expect(wallet.limits.getByLabel('Coins a day')).toHaveValue('20');

  await wallet.choose('Swaps');
  await expect(wallet.history).toContainText('Nothing like this has moved');
  await page.goBack();
  await expect(wallet.entry('Welcome bonus')).toBeVisible();
  await page.goto('/wallet?direction=out');
  await expect(wallet.history).toContainText('Nothing like this has moved');
  await wallet.choose('Show everything');
  await expect(page).toHaveURL('/wallet');

  const address = await wallet.entry('Welcome bonus').getAttribute('href');
  await page.goto(address ?? '');
  await expect(page.getByRole('article', { name: 'Receipt' })).toContainText('On the house');
  await page.goto('/wallet/receipt/journal/1');
  await expect(page.getByRole('article', { name: 'Receipt' })).toBeHidden();
});

test('a creator is told what is ready to be swapped, and what is not', async ({ page, context }) => {
  await enter(context, CREATOR, 'login');
  await page.goto('/studio');
  const swap = page.getByRole('region', { name: 'Spend what you earned' });
  await swap.getByLabel('Coins', { exact: true }).fill('5000');
  await swap.getByRole('button', { name: 'Look it over' }).click();
  await expect(swap.getByText(/^[\d,.]+ coins are ready\.$/)).toBeVisible();
  await swap.getByRole('radio', { name: /^Promotional earnings/ }).check();
  await swap.getByRole('button', { name: 'Look it over' }).click();
  await expect(swap.getByText('Nothing of these has matured yet.')).toBeVisible();
});
