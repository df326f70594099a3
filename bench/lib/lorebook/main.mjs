import { compileLorebook } from '../../../apps/api/src/modules/persona/lorebook/compile-lorebook.ts';
import { scanLorebook } from '../../../apps/api/src/modules/persona/lorebook/scan-lorebook.ts';
import { report } from '../report.mjs';
import { CHAT_CHARS, ENTRIES, hostilePatterns, hostileText, makeBook, makeChat } from './books.mjs';

const RUNS = 200;
const FIGURES = ['p50', 'p99', 'p99Cpu'];
/** The baseline takes long, and the slow patterns do. */
const SLOW_RUNS = 15;
const SCAN_TARGET_MS = 10;
/** What the event loop may be kept busy for (docs/chat.md). */
const HOSTILE_TARGET_MS = 20;

export async function main(args) {
  const rows = [];
  const measured = new Map();
  for (const [name, options] of [
    ['words', {}],
    ['whole words', { matchesWholeWords: true }],
    ['whole words, with case', { matchesWholeWords: true, isCaseSensitive: true }],
    ['words, recursion', { isRecursive: true }],
    ['words, nearly all of them said', { isDense: true }],
    ['words and 100 patterns', { patterns: 100 }],
  ]) {
    const book = makeBook(options);
    const messages = makeChat(book);
    const [compileMs, lorebook] = timed(() => compileLorebook(book));
    const scan = (budgetTokens) => () =>
      scanLorebook({
        ...{ lorebook, messages, budgetTokens, state: { started: [] }, seed: 'conversation:reply', replyId: 'reply' },
        countTokens: (text) => Math.ceil(text.length / 4) + 4,
      });
    const cold = timed(scan(2_000))[0];
    const { active, refused } = scan(2_000)();
    const ms = figures(scan(2_000));
    const naive = figures(() => naiveScan(book, messages, options.isCaseSensitive ?? false), SLOW_RUNS);
    measured.set(name, ms);
    rows.push({
      ...{ book: name, entries: ENTRIES, chatChars: CHAT_CHARS, triggered: active.length + refused.length },
      ...{
        compileMs: round(compileMs),
        firstMs: round(cold),
        p50Ms: round(ms.p50),
        p99Ms: round(ms.p99),
        p99CpuMs: round(ms.p99Cpu),
      },
      ...{ includesMs: round(naive.p50), timesIncludes: round(naive.p50 / ms.p50) },
    });
  }

  const [hostileCompileMs, hostile] = timed(() => compileLorebook(hostilePatterns()));
  const text = hostileText();
  const hostileMs = figures(
    () =>
      scanLorebook({
        ...{ lorebook: hostile, messages: [{ id: 'm', text }], budgetTokens: 2_000, state: { started: [] }, seed: 's' },
        ...{ replyId: 'r', countTokens: (value) => value.length },
      }),
    SLOW_RUNS,
  );
  rows.push({
    ...{ book: 'patterns made to be slow', entries: ENTRIES, chatChars: CHAT_CHARS, triggered: 0 },
    ...{
      compileMs: round(hostileCompileMs),
      firstMs: null,
      p50Ms: round(hostileMs.p50),
      p99Ms: round(hostileMs.p99),
      p99CpuMs: round(hostileMs.p99Cpu),
    },
  });

  const aims = [...measured.keys()]
    .filter((name) => !name.includes('patterns'))
    .flatMap((name) =>
      FIGURES.map((figure) => aim(`${name}: scan, ${figure} ms`, measured.get(name)[figure], SCAN_TARGET_MS)),
    );
  for (const figure of FIGURES)
    aims.push(aim(`patterns made to be slow: scan, ${figure} ms`, hostileMs[figure], HOSTILE_TARGET_MS));
  await report({ name: 'lorebook', rows, aims }, args);
}

/** What a loop without an index does: it finds keys and does nothing else with them. */
function naiveScan(book, messages, isCaseSensitive) {
  const all = messages.map((message) => message.text).join('\n');
  const haystack = isCaseSensitive ? all : all.toLowerCase();
  return book.entries.filter((entry) =>
    entry.keys.some((key) => haystack.includes(isCaseSensitive ? key : key.toLowerCase())),
  ).length;
}

function aim(name, value, targetMs) {
  return { name, value: round(value), target: `< ${targetMs}`, holds: value < targetMs };
}

function timed(work) {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

/** By the clock, and by what this thread worked: the difference is others' use of the machine. */
function figures(work, runs = RUNS) {
  const times = [];
  const worked = [];
  for (let run = 0; run < runs; run += 1) {
    const before = process.threadCpuUsage();
    times.push(timed(work)[0]);
    const { user, system } = process.threadCpuUsage(before);
    worked.push((user + system) / 1_000);
  }
  const at = (of, share) => of.toSorted((a, b) => a - b)[Math.min(runs - 1, Math.floor(runs * share))];
  return { p50: at(times, 0.5), p99: at(times, 0.99), p99Cpu: at(worked, 0.99) };
}

function round(value) {
  return Number(value.toFixed(2));
}
