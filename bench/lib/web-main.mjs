import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { DEMO_LOGINS, DEMO_PASSWORD } from '../../scripts/demo-logins.mjs';
import { findBrowser } from '../../scripts/lib/scratch-product.mjs';
import { withScratchProduct } from '../../scripts/lib/with-scratch-product.mjs';
import { report } from './report.mjs';

/**
 * Lighthouse's slow phone, with its throttling applied and not simulated: the simulation counts every script that a fast
 * machine happened to have run before the largest paint as something that paint waits for. Single runs are noisy on
 * a shared machine, so each page is the run with the median LCP.
 */
const RUNS = 3;
const BASELINE = 'terms';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const CHROME_FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export async function main(args) {
  const chromePath = findBrowser();
  await withScratchProduct(async ({ urls }) => {
    const cookie = await signIn(urls.web, DEMO_LOGINS.find((login) => login.role === 'fan').email);
    const chat = await openChat(urls.web, cookie);
    const pages = [
      { name: BASELINE, path: '/legal/terms' },
      { name: 'discover', path: '/', budgetKb: 170 },
      { name: 'persona', path: '/p/mr-underhall', budgetKb: 170 },
      // Private pages are not for search engines: no score for SEO.
      { name: 'chat', path: chat, budgetKb: 215, cookie },
    ];
    const rows = [];
    for (const page of pages) rows.push(await measureMedian(urls.web, page, chromePath));
    const baseline = rows.find((row) => row.page === BASELINE);
    for (const row of rows) row.weightRatio = round(row.jsKb / baseline.jsKb, 2);
    await report({ name: 'web', rows, aims: pages.flatMap((page) => aimsOf(page, rows)) }, args);
  });
}

async function measureMedian(origin, page, chromePath) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measure(origin, page, chromePath));
  return runs.sort((a, b) => a.lcpMs - b.lcpMs)[Math.floor(RUNS / 2)];
}

async function measure(origin, page, chromePath) {
  const chrome = await launch({ chromePath, chromeFlags: CHROME_FLAGS, logLevel: 'silent' });
  try {
    const settings = {
      port: chrome.port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: CATEGORIES,
      throttlingMethod: 'devtools',
    };
    const headers = page.cookie === undefined ? {} : { extraHeaders: { Cookie: page.cookie } };
    const { lhr } = await lighthouse(origin + page.path, { ...settings, ...headers });
    const score = (category) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
    const requests = lhr.audits['network-requests'].details.items;
    const jsBytes = requests
      .filter((item) => item.resourceType === 'Script')
      .reduce((sum, item) => sum + item.transferSize, 0);
    return {
      page: page.name,
      performance: score('performance'),
      accessibility: score('accessibility'),
      bestPractices: score('best-practices'),
      seo: score('seo'),
      lcpMs: Math.round(lhr.audits['largest-contentful-paint'].numericValue),
      cls: round(lhr.audits['cumulative-layout-shift'].numericValue, 3),
      jsKb: round(jsBytes / 1000, 1),
      faults: Object.values(lhr.audits)
        .filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === 'binary')
        .map((audit) => audit.id)
        .join(' '),
    };
  } finally {
    await chrome.kill();
  }
}

function aimsOf(page, rows) {
  if (page.budgetKb === undefined) return [];
  const row = rows.find((entry) => entry.page === page.name);
  const least = (name, value, target) => ({
    name: `${page.name}: ${name}`,
    value,
    target: `≥ ${target}`,
    holds: value >= target,
  });
  const most = (name, value, target) => ({
    name: `${page.name}: ${name}`,
    value,
    target: `≤ ${target}`,
    holds: value <= target,
  });
  return [
    least('performance', row.performance, 95),
    least('accessibility', row.accessibility, 100),
    least('best practices', row.bestPractices, 100),
    ...(page.cookie === undefined ? [least('SEO', row.seo, 100)] : []),
    most('LCP, ms', row.lcpMs, 2000),
    most('CLS', row.cls, 0.02),
    most('JavaScript, kB gzip', row.jsKb, page.budgetKb),
  ];
}

/** Signs in as a browser does, through NextAuth, and returns the session's cookies. */
async function signIn(web, email) {
  const start = await fetch(`${web}/api/auth/csrf`, { signal: AbortSignal.timeout(20_000) });
  const { csrfToken } = await start.json();
  const body = new URLSearchParams({ csrfToken, email, password: DEMO_PASSWORD, callbackUrl: web, json: 'true' });
  const answer = await fetch(`${web}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { cookie: cookiesOf(start), 'content-type': 'application/x-www-form-urlencoded' },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  });
  const cookies = cookiesOf(answer);
  if (!cookies.includes('session-token')) throw new Error(`signing in answered ${answer.status} without a session`);
  return cookies;
}

async function openChat(web, cookie) {
  const answer = await fetch(`${web}/chat/start?persona=mr-underhall`, {
    headers: { cookie },
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  });
  return new URL(answer.headers.get('location') ?? '', web).pathname;
}

const cookiesOf = (response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
const round = (value, digits) => Number(value.toFixed(digits));
