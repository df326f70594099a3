import type { Page } from '@playwright/test';
import type { Screen } from './screen.ts';

async function openBell(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Notifications/ })
    .filter({ visible: true })
    .click();
  await page.getByRole('dialog').getByRole('link', { name: 'Your library' }).waitFor();
}

async function openPost(page: Page): Promise<void> {
  await page.getByRole('article').first().getByRole('link').first().click();
  await page.waitForURL('**/posts/*');
  await page.getByRole('article').waitFor();
}

async function writePost(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^Post as/ }).fill('A line that nobody has heard yet.');
}

async function askToBlock(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Block/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Block' }).waitFor();
}

/** Somebody who follows a few, one of whom has just posted pictures. */
async function follow(page: Page): Promise<void> {
  for (const slug of ['inspector-vesper', 'mr-underhall', 'osk-tarrow', 'halcyon']) {
    await page.goto(`/p/${slug}`);
    const button = page.getByRole('button', { name: /^Follow/ });
    if ((await button.getAttribute('aria-pressed')) === 'true') continue;
    await Promise.all([page.waitForResponse('**/follow'), button.click()]);
  }
}

async function followed(page: Page): Promise<void> {
  await follow(page);
  await page.goto('/library');
}

/** A gradient drawn by the page itself, as a file. */
async function drawPicture(page: Page, hue: number, widthPx: number, heightPx: number): Promise<Buffer> {
  const url = await page.evaluate(
    ([hue, width, height]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('this browser draws nothing');
      const light = context.createRadialGradient(width / 2, 0, 0, width / 2, 0, height);
      light.addColorStop(0, `hsl(${hue} 80% 70%)`);
      light.addColorStop(1, `hsl(${hue} 60% 12%)`);
      context.fillStyle = light;
      context.fillRect(0, 0, width, height);
      return canvas.toDataURL('image/png');
    },
    [hue, widthPx, heightPx] as const,
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

async function postPictures(page: Page): Promise<void> {
  const files = await Promise.all(
    [20, 140, 260].map(async (hue) => ({
      name: `${hue}.png`,
      mimeType: 'image/png',
      buffer: await drawPicture(page, hue, 900, 600),
    })),
  );
  await writePost(page);
  await page.getByLabel('Pictures for the post').setInputFiles(files);
  await page.getByText('Picture 3 is ready').waitFor({ state: 'attached' });
}

async function posted(page: Page): Promise<void> {
  await postPictures(page);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await page.getByRole('article').first().getByText('A line that nobody has heard yet.').waitFor();
}

async function editPost(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit this post' }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'What it says' }).waitFor();
}

async function reportPost(page: Page): Promise<void> {
  await page.getByRole('article').first().getByRole('button', { name: 'Report this post' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'A scam' }).check();
}

/** For the admin's pictures: the queue has something then. */
async function reported(page: Page): Promise<void> {
  await reportPost(page);
  await page.getByLabel('What they should know').fill('They ask people to pay them somewhere else.');
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  await page.getByText('Somebody will look at it.').waitFor();
}

async function openReport(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'A scam' }).first().click();
  await page.getByRole('button', { name: 'Remove the post' }).click();
  await page.getByLabel('Reason').fill('It asks for money.');
}

export const COMMUNITY_SCREENS: readonly Screen[] = [
  { name: 'community-persona', path: '/p/inspector-vesper', as: 'fan', fullPage: true },
  { name: 'community-persona-visitor', path: '/p/osk-tarrow', as: 'visitor' },
  { name: 'community-persona-own', path: '/p/mr-underhall', as: 'creator', fullPage: true, arrange: writePost },
  { name: 'community-creator', path: '/@marlowe', as: 'visitor', fullPage: true },
  { name: 'community-library-empty', path: '/library', as: 'fan' },
  { name: 'community-library', path: '/library', as: 'fan', arrange: followed },
  { name: 'community-bell', path: '/', as: 'fan', arrange: openBell },
  { name: 'community-post', path: '/p/inspector-vesper', as: 'fan', arrange: openPost },
  { name: 'community-settings', path: '/settings', as: 'fan', fullPage: true },
  { name: 'community-posting', path: '/p/mr-underhall', as: 'creator', arrange: postPictures },
  { name: 'community-posted', path: '/p/mr-underhall', as: 'creator', fullPage: true, arrange: posted },
  { name: 'community-post-edit', path: '/p/mr-underhall', as: 'creator', arrange: editPost },
  { name: 'community-post-report', path: '/p/mr-underhall', as: 'fan', arrange: reportPost },
  { name: 'community-post-reported', path: '/p/mr-underhall', as: 'fan', arrange: reported },
  { name: 'community-reports', path: '/admin/reports', as: 'admin' },
  { name: 'community-report', path: '/admin/reports', as: 'admin', arrange: openReport },
  { name: 'community-removed', path: '/studio', as: 'creator', arrange: openBell },
  { name: 'community-fans', path: '/studio/fans', as: 'creator' },
  { name: 'community-fans-block', path: '/studio/fans', as: 'creator', arrange: askToBlock },
];
