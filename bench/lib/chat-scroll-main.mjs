import { chromium } from '@playwright/test';
import pg from 'pg';
import { v7 } from 'uuid';
import { DEMO_LOGINS, DEMO_PASSWORD } from '../../scripts/demo-logins.mjs';
import { findBrowser } from '../../scripts/lib/scratch-product.mjs';
import { withScratchProduct } from '../../scripts/lib/with-scratch-product.mjs';
import { report } from './report.mjs';

const MESSAGES = 500;
const CPU_SLOWDOWN = 4;
/** Nothing moved for this long: the end is reached, and nothing is being fetched. */
const STILL_FRAMES = 30;
/** Looking at the page costs it time too: only after so many turns of the wheel. */
const TURNS = 8;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
/** A frame that took longer than this one and a half times 60 Hz was dropped. */
const DROPPED_MS = 25;
/** How far one turn of the wheel goes, and for how long a pass may take. */
const WHEEL_PX = 480;
const PASS_LIMIT_MS = 60_000;

export async function main(args) {
  const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const web = option('--web');
  const cpu = Number(option('--cpu') ?? CPU_SLOWDOWN);
  if (web !== undefined) return measure({ web, databaseUrl: option('--database'), cpu }, args);
  await withScratchProduct(({ urls, databaseUrl }) => measure({ web: urls.web, databaseUrl, cpu }, args));
}

async function measure({ web, databaseUrl, cpu }, args) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ ...PHONE, baseURL: web });
    const page = await context.newPage();
    const email = DEMO_LOGINS.find((login) => login.role === 'fan').email;
    await page.goto('/login?next=%2Fchat%2Fstart%3Fpersona%3Dmr-underhall');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(/\/chat\/[0-9a-f-]{36}/);
    const conversationId = new URL(page.url()).pathname.split('/').at(-1);
    await fill(databaseUrl, conversationId);
    await page.reload();
    await page.getByRole('log').waitFor();

    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    await page.locator('.chat-scroller').hover();
    const rows = [];
    rows.push({ pass: 'up, loading', ...(await pass(page, -WHEEL_PX)) });
    rows.push({ pass: 'down, all loaded', ...(await pass(page, WHEEL_PX)) });
    rows.push({ pass: 'up, all loaded', ...(await pass(page, -WHEEL_PX)) });
    const lines = await page.locator('[data-line-id]').count();
    if (lines < MESSAGES) throw new Error(`only ${lines} of ${MESSAGES} messages were on the page`);
    const loaded = rows.slice(1);
    const aims = [
      {
        name: 'dropped frames, all loaded, %',
        value: Math.max(...loaded.map((row) => row.droppedPercent)),
        target: '≤ 5',
      },
      {
        name: 'longest task, all loaded, ms',
        value: Math.max(...loaded.map((row) => row.longestTaskMs)),
        target: '≤ 100',
      },
    ].map((aim) => ({ ...aim, holds: aim.value <= Number(aim.target.slice(2)) }));
    await report({ name: 'chat-scroll', rows, aims }, args);
  } finally {
    await browser.close();
  }
}

/** Turns the wheel, a little each frame, until the end is reached; tells every frame and every long task meanwhile. */
async function pass(page, stepPx) {
  await page.evaluate(() => {
    const seen = { frames: [], tasks: [], stillFrames: 0 };
    const view = document.querySelector('.chat-scroller');
    let at;
    const observer = new PerformanceObserver((list) =>
      seen.tasks.push(...list.getEntries().map((task) => task.duration)),
    );
    observer.observe({ type: 'longtask' });
    let last = performance.now();
    const onFrame = (now) => {
      seen.frames.push(now - last);
      last = now;
      seen.stillFrames = view.scrollTop === at ? seen.stillFrames + 1 : 0;
      at = view.scrollTop;
      seen.next = requestAnimationFrame(onFrame);
    };
    seen.next = requestAnimationFrame(onFrame);
    seen.stop = () => {
      cancelAnimationFrame(seen.next);
      observer.disconnect();
      return { frames: seen.frames, tasks: seen.tasks };
    };
    window.seen = seen;
  });
  const until = Date.now() + PASS_LIMIT_MS;
  let stillFrames = 0;
  while (stillFrames < STILL_FRAMES && Date.now() < until) {
    for (let turn = 0; turn < TURNS; turn += 1) await page.mouse.wheel(0, stepPx);
    stillFrames = await page.evaluate(() => window.seen.stillFrames);
  }
  const { frames, tasks } = await page.evaluate(() => window.seen.stop());
  const sorted = frames.toSorted((a, b) => a - b);
  const dropped = frames.filter((ms) => ms > DROPPED_MS).length;
  return {
    frames: frames.length,
    dropped,
    droppedPercent: round((100 * dropped) / frames.length),
    p95Ms: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
    worstMs: round(sorted.at(-1) ?? 0),
    longTasks: tasks.length,
    longestTaskMs: round(Math.max(0, ...tasks)),
  };
}

/** Messages of different lengths below the end of the branch that is shown, back and forth. */
async function fill(databaseUrl, conversationId) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT fan_id, leaf_id FROM conversation WHERE id = $1', [conversationId]);
    const { fan_id: fanId, leaf_id: leafId } = rows[0];
    const ids = Array.from({ length: MESSAGES }, () => v7());
    const messages = ids.map((id, index) => ({
      id,
      parent_id: index === 0 ? leafId : ids[index - 1],
      role: index % 2 === 0 ? 'user' : 'assistant',
      content: textOf(index),
    }));
    await client.query(
      `INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, finished_at)
       SELECT m.id, $1, $2, m.parent_id, m.role::message_role, 'done', m.content, now()
       FROM jsonb_to_recordset($3::jsonb) AS m (id uuid, parent_id uuid, role text, content text)`,
      [conversationId, fanId, JSON.stringify(messages)],
    );
    await client.query('UPDATE conversation SET leaf_id = $2 WHERE id = $1', [conversationId, ids.at(-1)]);
  } finally {
    await client.end();
  }
}

function textOf(index) {
  const sentence =
    'The rain has stopped, and *she opens the window*, because the kitchen smells of thyme and of old quarrels. ';
  return index % 2 === 0 ? `Question ${index}: and then?` : sentence.repeat(1 + (index % 7)).trim();
}

const round = (value) => Number(value.toFixed(1));
