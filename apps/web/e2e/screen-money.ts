import type { Page } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { TopUpSheet } from './pages/top-up-sheet.ts';
import type { Screen } from './screen.ts';

const EMPTY = {
  balanceMicrocoins: 0,
  coinsMicrocoins: 0,
  bonusMicrocoins: 0,
  heldMicrocoins: 0,
  owedMicrocoins: 0,
  blocked: false,
};
const OWING = { ...EMPTY, owedMicrocoins: 40_000_000, blocked: true };
const STRIPE = {
  providers: [
    { name: 'stripe', currencies: ['USD', 'INR'] },
    { name: 'razorpay', currencies: ['USD', 'INR'] },
  ],
  firstPurchase: { name: 'First purchase', bonusPercent: 20, bonusMicrocoins: 0 },
};

/** What this fan's wallet would look like: the page asks for it again as it opens. */
async function withBalance(page: Page, balance: typeof EMPTY): Promise<void> {
  await page.route('**/api/coin/balance/**', (route) => route.fulfill({ json: balance }));
  // The socket would tell of the real one.
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    socket.connectToServer().onMessage((packet) => {
      if (!packet.toString().startsWith('42["balance"')) socket.send(packet);
    });
  });
  const asked = page.waitForResponse('**/api/coin/balance/**');
  await page.goto('/wallet');
  await asked;
}

/** From the wallet into a chat without another document, so that the balance comes along. */
async function intoChat(page: Page): Promise<ChatPage> {
  await page.getByRole('link', { name: 'Chats', exact: true }).filter({ visible: true }).click();
  await page.waitForURL('**/chat');
  await page.locator('a[href^="/chat/0"]').first().click();
  const chat = await ChatPage.here(page);
  await chat.composer.fill('What I wanted to say about the fine');
  return chat;
}

async function openSheet(page: Page, ways?: typeof STRIPE): Promise<TopUpSheet> {
  if (ways !== undefined) await page.route('**/api/payment/providers', (route) => route.fulfill({ json: ways }));
  await withBalance(page, EMPTY);
  await intoChat(page);
  await page.getByRole('button', { name: 'Top up' }).click();
  const sheet = new TopUpSheet(page);
  await sheet.pack('Popular').waitFor();
  return sheet;
}

function inSheet(...presses: string[]) {
  return async (page: Page): Promise<void> => {
    const sheet = await openSheet(page);
    await sheet.pack('Popular').click();
    for (const name of presses) await page.getByRole('button', { name }).click();
    if (presses.length > 0) await sheet.dialog.getByRole('status').filter({ visible: true }).first().waitFor();
  };
}

function onCheckout(...presses: string[]) {
  return async (page: Page): Promise<void> => {
    await new TopUpSheet(page).pack('Starter').click();
    await page.waitForURL('**/checkout/**');
    for (const name of presses) {
      const heard = page.waitForResponse('**/api/payment/sandbox/confirm');
      await page.getByRole('button', { name }).click();
      await heard;
      await page.locator('button[aria-busy]').waitFor({ state: 'detached' });
    }
  };
}

async function openPurchase(page: Page): Promise<void> {
  await page.getByRole('link', { name: / pack/ }).first().click();
  await page.getByRole('article', { name: 'Receipt' }).waitFor();
}

async function missStripe(page: Page): Promise<void> {
  await page.route('https://js.stripe.com/**', (route) => route.abort());
  await page.route('**/api/payment/stripe/create-intent', async (route) => {
    const payment = {
      id: '01900000-0000-7000-8000-000000000000',
      provider: 'stripe',
      status: 'created',
      packName: 'Popular',
      coinsMicrocoins: 500_000_000,
      bonusMicrocoins: 150_000_000,
      promotion: 'First purchase',
      price: { currency: 'USD', amountMinor: 499 },
      failureCode: null,
      refundedMinor: 0,
      disputedMinor: 0,
      dispute: 'none',
      createdAt: new Date(0).toISOString(),
      settledAt: null,
    };
    const handover = { kind: 'stripe_sheet', clientSecret: 'pi_1_secret_1', publishableKey: 'pk_test_1' };
    await route.fulfill({ status: 201, json: { payment, handover } });
  });
  const sheet = await openSheet(page, STRIPE);
  await sheet.pack('Popular').click();
  await sheet.dialog.getByRole('alert').getByText('could not be reached').waitFor();
}

async function refuseCode(page: Page): Promise<void> {
  const till = new TopUpSheet(page);
  await till.press('I have a code');
  await page.getByLabel('Promotion code').fill('LASTYEAR');
  await till.pack('Starter').click();
  await page.getByText('This code can’t be used').waitFor();
}

/** Everything about paying, in each of its states. */
export const MONEY_SCREENS: readonly Screen[] = [
  { name: 'pay-sheet', path: '/wallet', as: 'fan', arrange: async (page) => void (await openSheet(page)) },
  {
    name: 'pay-sheet-providers',
    path: '/wallet',
    as: 'fan',
    arrange: async (page) => void (await openSheet(page, STRIPE)),
  },
  { name: 'pay-sheet-no-stripe', path: '/wallet', as: 'fan', arrange: missStripe },
  { name: 'pay-sheet-open', path: '/wallet', as: 'fan', arrange: inSheet() },
  { name: 'pay-sheet-pending', path: '/wallet', as: 'fan', arrange: inSheet('Pay later') },
  { name: 'pay-sheet-failed', path: '/wallet', as: 'fan', arrange: inSheet('Let it fail') },
  { name: 'pay-sheet-done', path: '/wallet', as: 'fan', arrange: inSheet('in play money') },
  { name: 'pay-code', path: '/wallet', as: 'fan', arrange: refuseCode },
  { name: 'pay-page-open', path: '/wallet', as: 'fan', fullPage: true, arrange: onCheckout() },
  { name: 'pay-page-pending', path: '/wallet', as: 'fan', fullPage: true, arrange: onCheckout('Pay later') },
  { name: 'pay-page-failed', path: '/wallet', as: 'fan', arrange: onCheckout('Let it fail') },
  { name: 'pay-page-cancelled', path: '/wallet', as: 'fan', arrange: onCheckout('Cancel') },
  { name: 'pay-page-paid', path: '/wallet', as: 'fan', fullPage: true, arrange: onCheckout('in play money') },
  {
    name: 'pay-page-disputed',
    path: '/wallet',
    as: 'fan',
    fullPage: true,
    arrange: onCheckout('in play money', 'Dispute it'),
  },
  {
    name: 'pay-page-refunded',
    path: '/wallet',
    as: 'fan',
    fullPage: true,
    arrange: onCheckout('in play money', 'Refund it'),
  },
  { name: 'pay-owed-wallet', path: '/wallet', as: 'fan', arrange: (page) => withBalance(page, OWING) },
  {
    name: 'pay-owed-chat',
    path: '/wallet',
    as: 'fan',
    arrange: async (page) => {
      await withBalance(page, OWING);
      await intoChat(page);
    },
  },
  {
    name: 'pay-purchases',
    path: '/wallet/purchases',
    as: 'fan',
    fullPage: true,
    arrange: async (page) => page.getByRole('heading', { name: 'Purchases' }).waitFor(),
  },
  { name: 'pay-purchase', path: '/wallet/purchases', as: 'fan', fullPage: true, arrange: openPurchase },
];
