import type { Page } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { TopUpSheet } from './pages/top-up-sheet.ts';
import type { Screen } from './screen.ts';
import { COMMUNITY_SCREENS } from './screen-community.ts';
import { LOREBOOK_SCREENS } from './screen-lorebook.ts';
import { MONEY_SCREENS } from './screen-money.ts';
import { PAYOUT_SCREENS } from './screen-payouts.ts';
import { STUDIO_SCREENS } from './screen-studio.ts';
import { TRAINING_SCREENS } from './screen-training.ts';

/** Answers every request that matches with an error of the API, for the states that a healthy server doesn't show. */
function failing(pattern: string) {
  return async (page: Page): Promise<void> => {
    const body = { code: 'busy', message: 'busy', statusCode: 503, requestId: '00000000-0000-0000-0000-000000000000' };
    await page.route(pattern, (route) => route.fulfill({ status: 503, json: body }));
  };
}

function openChat(slug: string) {
  return async (page: Page): Promise<ChatPage> => {
    await page.goto(`/chat/start?persona=${slug}`);
    return ChatPage.here(page);
  };
}

/** A short scene, with the last reply still coming in, or whole. */
function talk(slug: string, lines: readonly string[], end: 'whole' | 'streaming') {
  return async (page: Page): Promise<void> => {
    const chat = await openChat(slug)(page);
    for (const [index, line] of lines.entries()) {
      await chat.say(line);
      await chat.replyStarted();
      if (index < lines.length - 1 || end === 'whole') await chat.replyEnded();
    }
  };
}

/** What a persona is told, with the creator who may read it; without `lines` nothing was asked yet. */
function readPrompt(slug: string, name: string, lines: readonly string[]) {
  return async (page: Page): Promise<void> => {
    await talk(slug, lines, 'whole')(page);
    await new ChatPage(page).chooseOfChat(`What ${name} is told`);
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('table').or(sheet.getByRole('alert')).waitFor();
  };
}

async function openReceipt(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'History' }).getByText('Message to').first().click();
  await page.getByRole('article', { name: 'Receipt' }).waitFor();
}

async function writeGift(page: Page, handle: string, coins: string): Promise<void> {
  const send = page.getByRole('region', { name: 'Send coins' });
  await send.getByLabel('To').fill(handle);
  await send.getByLabel('Coins', { exact: true }).fill(coins);
  await send.getByLabel('A line with it').fill('For the seat beside you');
  await send.getByRole('button', { name: 'Look it over' }).click();
}

async function confirmGift(page: Page): Promise<void> {
  await writeGift(page, '@marlowe', '20');
  await page.getByRole('dialog', { name: 'Send these coins?' }).waitFor();
}

async function failGift(page: Page): Promise<void> {
  await writeGift(page, '@nobody_at_all', '20');
  await page.getByRole('button', { name: 'Send 20 coins' }).click();
  await page.getByText('Nobody here is called').waitFor();
}

/** Sends a coin, so that there is a gift to look at. */
async function openGift(page: Page): Promise<void> {
  await writeGift(page, '@marlowe', '1');
  await page.getByRole('button', { name: 'Send 1 coin' }).click();
  const entry = page.getByRole('region', { name: 'History' }).getByText('Sent to @marlowe').first();
  await entry.click();
  await page.getByRole('article', { name: 'Receipt' }).getByText('With compliments').waitFor();
}

async function confirmSwap(page: Page): Promise<void> {
  const swap = page.getByRole('region', { name: 'Spend what you earned' });
  await swap.getByLabel('Coins', { exact: true }).fill('5');
  await swap.getByRole('button', { name: 'Look it over' }).click();
  await swap
    .getByText(/matured|ready/)
    .first()
    .waitFor();
}

async function openCheckout(page: Page): Promise<void> {
  await new TopUpSheet(page).pack('Popular').click();
  await page.waitForURL('**/checkout/**');
  await new TopUpSheet(page).pay.waitFor();
}

async function chartDrawn(page: Page): Promise<void> {
  await page.locator('.recharts-bar-rectangle').first().waitFor();
}

export const SCREENS: readonly Screen[] = [
  { name: 'discover', path: '/', as: 'visitor' },
  { name: 'discover-whole', path: '/', as: 'visitor', fullPage: true },
  { name: 'discover-search', path: '/?q=tea', as: 'visitor' },
  { name: 'discover-tag', path: '/tags/fantasy', as: 'visitor' },
  { name: 'discover-misspelt', path: '/?q=qeenie', as: 'visitor' },
  { name: 'discover-fan', path: '/', as: 'fan', fullPage: true },
  {
    name: 'discover-filters',
    path: '/?sort=new',
    as: 'fan',
    arrange: async (page) => {
      await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByRole('checkbox').waitFor();
    },
  },
  { name: 'admin-stage', path: '/admin/featured', as: 'admin' },
  { name: 'discover-empty', path: '/?q=nobody-is-called-this', as: 'visitor' },
  { name: 'persona', path: '/p/mr-underhall', as: 'visitor' },
  { name: 'persona-whole', path: '/p/granny-suyin', as: 'visitor', fullPage: true },
  { name: 'login', path: '/login', as: 'visitor' },
  { name: 'login-waiting', path: '/login?next=%2Fchat%2Fstart%3Fpersona%3Djuno-static', as: 'visitor' },
  {
    name: 'login-error',
    path: '/login',
    as: 'visitor',
    arrange: async (page) => {
      await page.getByLabel('E-mail').fill('nobody@example.com');
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByText('don’t match').waitFor();
    },
  },
  { name: 'register', path: '/register', as: 'visitor' },
  {
    name: 'register-error',
    path: '/register',
    as: 'visitor',
    arrange: async (page) => {
      await page.getByLabel('E-mail').fill('half an address');
      await page.getByLabel('Password', { exact: true }).fill('short');
      await page.getByRole('button', { name: 'Create account' }).click();
    },
  },
  { name: 'terms', path: '/legal/terms', as: 'visitor' },
  { name: 'privacy', path: '/legal/privacy', as: 'visitor' },
  { name: 'refunds', path: '/legal/refunds', as: 'visitor' },
  { name: 'not-found', path: '/p/nobody-at-all', as: 'visitor' },
  { name: 'discover-fan', path: '/', as: 'fan' },
  { name: 'persona-fan', path: '/p/halcyon', as: 'fan' },
  {
    name: 'persona-start-failed',
    path: '/p/halcyon',
    as: 'fan',
    arrange: async (page) => {
      await failing('**/api/chat/conversation')(page);
      await page.getByRole('link', { name: 'Start chat' }).click();
      await page.getByRole('status').getByText('A full house').waitFor();
    },
  },
  { name: 'settings', path: '/settings', as: 'fan' },
  { name: 'chats', path: '/chat', as: 'fan' },
  {
    name: 'chat',
    path: '/chat',
    as: 'fan',
    arrange: async (page) => {
      await openChat('inspector-vesper')(page);
    },
  },
  {
    name: 'chat-scene',
    path: '/chat',
    as: 'fan',
    arrange: talk(
      'nettie-hollow',
      ['I came in for the smell of the soup.', 'Is the mandrake always this rude?'],
      'whole',
    ),
  },
  {
    name: 'chat-streaming',
    path: '/chat',
    as: 'fan',
    arrange: talk('osk-tarrow', ['I can’t sleep. Tell me about the sea tonight.'], 'streaming'),
  },
  { name: 'receipt', path: '/wallet', as: 'fan', arrange: openReceipt },
  { name: 'checkout', path: '/wallet', as: 'fan', arrange: openCheckout },
  { name: 'wallet', path: '/wallet', as: 'fan' },
  ...MONEY_SCREENS,
  { name: 'wallet-send-confirm', path: '/wallet', as: 'fan', arrange: confirmGift },
  { name: 'wallet-send-error', path: '/wallet', as: 'fan', arrange: failGift },
  { name: 'wallet-gift', path: '/wallet', as: 'fan', arrange: openGift },
  { name: 'wallet-whole', path: '/wallet', as: 'fan', fullPage: true, arrange: chartDrawn },
  { name: 'wallet-gifts', path: '/wallet?kind=gift&direction=out', as: 'fan', fullPage: true },
  { name: 'wallet-nothing', path: '/wallet?kind=swap', as: 'fan', fullPage: true },
  {
    name: 'chat-prompt-early',
    path: '/chat',
    as: 'creator',
    arrange: readPrompt('mr-underhall', 'Mr. Underhall', []),
  },
  {
    name: 'chat-prompt',
    path: '/chat',
    as: 'creator',
    arrange: readPrompt('mr-underhall', 'Mr. Underhall', ['Good evening. Is the bridge still standing?']),
  },
  {
    name: 'chat-prompt-text',
    path: '/chat',
    as: 'creator',
    arrange: async (page) => {
      await readPrompt('mr-underhall', 'Mr. Underhall', ['Good evening. Is the bridge still standing?'])(page);
      await page.getByRole('region', { name: 'The prompt, word for word' }).focus();
    },
  },
  { name: 'studio', path: '/studio', as: 'creator', arrange: chartDrawn },
  { name: 'studio-whole', path: '/studio', as: 'creator', fullPage: true, arrange: chartDrawn },
  { name: 'studio-swap', path: '/studio', as: 'creator', fullPage: true, arrange: confirmSwap },
  { name: 'studio-fan', path: '/studio', as: 'fan' },
  ...PAYOUT_SCREENS,
  ...COMMUNITY_SCREENS,
  ...STUDIO_SCREENS,
  ...TRAINING_SCREENS,
  ...LOREBOOK_SCREENS,
];
