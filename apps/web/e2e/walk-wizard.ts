/**
 * Walks through the wizard as a newcomer does, on a phone and on a desktop, in both themes, with a picture of each step in `SCREENS_DIR`, and tells how long that would take
 * somebody: what is typed at 40 words a minute, a moment for each press and for reading each question, and what the product itself took.
 * Environment: WEB_URL (default http://localhost:3000), SCREENS_DIR (default screens/wizard), CHROMIUM_PATH.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { WizardPage } from './pages/wizard-page.ts';
import { enter } from './support/people.ts';

const { WEB_URL = 'http://localhost:3000', SCREENS_DIR = 'screens/wizard', CHROMIUM_PATH } = process.env;
const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/** Forty words of five letters a minute. */
const SECONDS_PER_CHAR = 60 / (40 * 5);
/** Finding something on the screen and pressing it. */
const SECONDS_PER_PRESS = 1.5;
/** A question and the line under it. */
const SECONDS_TO_READ = 4;

const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const;

const MAREN = {
  name: 'Maren Holt',
  hook: 'Keeps the light on the Skerries, and other people’s secrets.',
  personality:
    'Patient and dry. Counts ships, not days. Afraid of dogs, of nothing else. Knows what happened to the Ariadne and answers every question about it with another one. Loves strong tea and bad weather.',
  greeting: '*She doesn’t turn around.* Mind the third step, {{user}}. You’re late, or I’m early. Tea?',
  fan: 'What happened to the Ariadne?',
  answer: 'Who told you that name? *She sets the kettle down.* Ships come, ships go.',
  tags: 'sea, mystery',
  logbook: 'The Ariadne struck the Skerries on the night of the third of March.',
};

/** On a picture of the whole page nothing floats over the middle of it. */
const WHOLE =
  '.wizard-head, .wizard-foot, .manner-beside, .wizard-aside, .bottom-bar { position: static !important } .skip-link, nextjs-portal { display: none }';

/** Counts what a person would do, while the browser does it at once. */
class Walk {
  typedChars = 0;
  presses = 0;
  machineMs = 0;
  readonly needed = new Set<string>();
  readonly rows: { step: string; seconds: number }[] = [];
  private mark = 0;

  readonly page: Page;
  private readonly folder: string;

  constructor(page: Page, folder: string) {
    this.page = page;
    this.folder = folder;
  }

  async type(field: Locator, text: string): Promise<void> {
    await this.timed(() => field.fill(text));
    this.typedChars += text.length;
    this.presses += 1;
  }

  async press(control: Locator): Promise<void> {
    await this.timed(() => control.click());
    this.presses += 1;
  }

  /** Things that take the product's time and nobody's hands. */
  async timed(work: () => Promise<unknown>): Promise<void> {
    const startedAt = performance.now();
    await work();
    this.machineMs += performance.now() - startedAt;
  }

  /** The step is filled in: a picture of it, and what it took. */
  async done(step: string): Promise<void> {
    for (const name of await this.page
      .locator('[required]')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('name')))) {
      if (name !== null) this.needed.add(name);
    }
    await this.page.evaluate(() => document.fonts.ready);
    await this.page.screenshot({
      path: path.join(this.folder, `${String(this.rows.length + 1).padStart(2, '0')}-${step}.png`),
      fullPage: true,
      style: WHOLE,
    });
    const seconds = this.seconds();
    this.rows.push({ step, seconds: seconds - this.mark });
    this.mark = seconds;
  }

  seconds(): number {
    const read = (this.rows.length + 1) * SECONDS_TO_READ;
    return this.typedChars * SECONDS_PER_CHAR + this.presses * SECONDS_PER_PRESS + this.machineMs / 1_000 + read;
  }
}

async function walk(browser: Browser, size: keyof typeof SIZES, theme: 'light' | 'dark'): Promise<Walk> {
  const folder = path.resolve(SCREENS_DIR, `${size}-${theme}`);
  await mkdir(folder, { recursive: true });
  const context = await browser.newContext({
    ...SIZES[size],
    baseURL: WEB_URL,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const tail = randomUUID().slice(0, 8);
  await enter(
    context,
    { email: `walk-${tail}@e2e.troupe.local`, password: `a quiet word ${tail}`, name: 'Robin' },
    'register',
  );
  const page = await context.newPage();
  const run = new Walk(page, folder);
  await steps(run, new WizardPage(page));
  await context.close();
  return run;
}

async function steps(run: Walk, wizard: WizardPage): Promise<void> {
  const { page } = run;
  const next = async (question: string) => {
    await run.press(wizard.next);
    await run.timed(() => wizard.question(question).waitFor());
  };
  await run.timed(() => page.goto('/studio'));
  await run.done('invitation');
  await run.press(page.getByRole('link', { name: 'Create a persona' }));
  await run.type(page.getByLabel('Your birth date'), '1990-05-17');
  await run.press(page.getByRole('checkbox', { name: /I agree/ }));
  await run.done('age-and-terms');
  await next('Who is behind it?');
  await run.done('profile');
  await next('What are they called?');
  await run.type(wizard.field('Name'), MAREN.name);
  await run.done('name');
  await next('Who steps on stage?');
  await run.type(wizard.field('In one line'), MAREN.hook);
  await run.done('bill');
  await next('What do they look like?');
  await choosePicture(run);
  await run.done('looks');
  await next('Who are they?');
  await run.type(wizard.field('Personality'), MAREN.personality);
  await run.done('story');
  await next('How do they talk?');
  for (const [name, value] of [
    ['Warmth', '70'],
    ['Humour', '20'],
    ['Openness', '10'],
  ] as const) {
    await run.timed(() => page.getByRole('slider', { name }).fill(value));
    run.presses += 1;
  }
  await run.done('manner');
  await next('How do they say hello?');
  await run.type(wizard.field('Greeting'), MAREN.greeting);
  await run.done('hello');
  await next('What do they sound like?');
  await run.press(page.getByRole('button', { name: 'A piece of dialogue' }));
  await run.type(wizard.field('A fan says'), MAREN.fan);
  await run.type(wizard.field(`${MAREN.name} answers`), MAREN.answer);
  await run.done('talk');
  await next('What do they know?');
  const letter = { name: 'logbook.txt', mimeType: 'text/plain', buffer: Buffer.from(MAREN.logbook) };
  await run.timed(() => page.getByLabel('Files to add').setInputFiles(letter));
  await run.timed(() => page.getByRole('region', { name: 'Files' }).getByText(letter.name).first().waitFor());
  run.presses += 2;
  await run.done('training');
  await next('Where will fans find them?');
  await run.timed(() => page.getByLabel('Category').selectOption('mystery'));
  run.presses += 2;
  await run.type(wizard.field('Tags'), MAREN.tags);
  await run.timed(() => wizard.field('Tags').press('Enter'));
  await run.done('shelf');
  await next('What is a message worth?');
  await run.type(wizard.field('Coins a message'), '3');
  await run.done('price');
  await next('Talk to them yourself');
  const chat = new ChatPage(page);
  await run.timed(() => chat.say(MAREN.fan));
  run.typedChars += MAREN.fan.length;
  run.presses += 1;
  await run.timed(() => chat.replyStarted());
  await run.timed(() => chat.replyEnded());
  await run.done('preview');
  await next('Curtain up?');
  await run.timed(() => wizard.saved.waitFor());
  await run.done('checks');
  await run.press(wizard.publish);
  await run.timed(() => page.getByRole('heading', { name: `${MAREN.name} is on stage` }).waitFor());
  await run.done('published');
}

/** One that is here already: a portrait of the seed's. */
async function choosePicture(run: Walk): Promise<void> {
  const { page } = run;
  const { items } = await (await page.request.get('/api/personas?limit=1')).json();
  const [persona] = items;
  const picture = await page.request.get(`/api${persona.portrait.at(-1).url}`);
  const file = { name: 'maren.webp', mimeType: 'image/webp', buffer: await picture.body() };
  await run.timed(() => page.locator('input[type=file]').setInputFiles(file));
  run.presses += 3;
  await run.timed(() => page.getByRole('slider', { name: 'Zoom' }).waitFor());
  await run.done('crop');
  await run.press(page.getByRole('button', { name: 'Use this picture' }));
  await run.timed(() => page.locator('.stage-card-picture img').waitFor());
}

async function main(): Promise<void> {
  const executablePath = CHROMIUM_PATH ?? (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined);
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
  try {
    for (const size of ['phone', 'desktop'] as const) {
      for (const theme of ['light', 'dark'] as const) tell(`${size}, ${theme}`, await walk(browser, size, theme));
    }
  } finally {
    await browser.close();
  }
}

function tell(name: string, run: Walk): void {
  const rows = run.rows.map(({ step, seconds }) => `  ${step.padEnd(16)}${seconds.toFixed(0).padStart(4)} s`);
  const product = (run.machineMs / 1_000).toFixed(1);
  process.stdout.write(
    [
      `\n${name}`,
      ...rows,
      `  ${run.rows.length} screens, ${run.needed.size} needed fields (${[...run.needed].join(', ')})`,
      `  ${run.typedChars} characters, ${run.presses} presses, ${product} s of the product's own`,
      `  ${run.seconds().toFixed(0)} seconds to publish`,
      '',
    ].join('\n'),
  );
}

await main();
