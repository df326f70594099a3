import { LORE_SETTINGS_USUAL } from './card-book.ts';
import { entryFromCard } from './card-entry.ts';
import { type CompiledLorebook, compileLorebook } from './compile-lorebook.ts';
import { LORE_LIMITS } from './lore-limits.ts';
import { scanLorebook } from './scan-lorebook.ts';
import type { LoreEntry, LoreScan } from './types.ts';

const CHAT_CHARS = 20_000;

function bookOf(entries: Partial<LoreEntry>[], settings = {}): CompiledLorebook {
  const written = entries.map((entry, index) => ({ ...entryFromCard({ content: 'x' }, `e${index}`), ...entry }));
  return compileLorebook({ entries: written, settings: { ...LORE_SETTINGS_USUAL, ...settings } });
}
function scan(lorebook: CompiledLorebook, text: string): LoreScan {
  const input = { state: { started: [] }, budgetTokens: 100, seed: 's', replyId: 'r', countTokens: () => 1 };
  return scanLorebook({ lorebook, messages: [{ id: 'm', text }], ...input });
}
/** Of this process, so that the others on the machine don't count. */
function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
const kinds = (lorebook: CompiledLorebook): string[] => [...new Set(lorebook.problems.map(({ kind }) => kind))];

describe('patterns that are made to be slow', () => {
  const text = 'a'.repeat(CHAT_CHARS);
  it.each([
    '(a+)+$b',
    '(a|aa)+c',
    '(?:a?){60}a{60}b',
    '(.*a){12}[xy]',
    '([a-z]+)*[0-9]',
    '(?:(?:a*)*)*[!-/]',
    '^(?:a|a|a|a)*[b]',
  ])('%s takes no longer than its size and the text say', (pattern) => {
    const lorebook = bookOf([{ keys: [`/${pattern}/`] }]);
    expect(lorebook.problems).toEqual([]);
    // For the engine of the language, most of these would take longer than there are processors.
    expect(cpuMs(() => expect(scan(lorebook, text).active).toEqual([]))).toBeLessThan(1_500);
  });

  it('are refused when they are too large, too long, or broken', () => {
    const keys = [
      '/(?:a{1,100}){1,100}/',
      '/((a{1,10}){1,10}){1,10}/',
      `/${'a'.repeat(501)}/`,
      '/[/',
      '/a{2,1}/',
      '/(?<=a)b/',
      '/*/',
    ];
    const lorebook = bookOf(keys.map((key) => ({ keys: [key] })));
    expect(lorebook.patterns).toEqual([]);
    expect(kinds(lorebook).sort()).toEqual(['pattern-invalid', 'pattern-too-large', 'pattern-too-long']);
    expect(lorebook.problems).toHaveLength(keys.length);
  });

  it('are so many at most, and those that had no time left say so', () => {
    let lorebook = bookOf([]);
    const keys = Array.from(
      { length: 10_000 },
      (_, n) => `/[a-h](?:[a-s]{1,3}[^u-w]){${4 + (n % 3)}}[u-z]{2}(?:${n})?/`,
    );
    const compileMs = cpuMs(() => {
      lorebook = bookOf(keys.map((key) => ({ keys: [key] })));
    });
    expect(compileMs).toBeLessThan(4_000);
    expect(lorebook.patterns.length).toBeGreaterThan(50);
    expect(lorebook.patterns.length).toBeLessThanOrEqual(LORE_LIMITS.bookPatternsMax);
    expect(lorebook.patterns.reduce((sum, { instructions }) => sum + instructions, 0)).toBeLessThanOrEqual(5_000);
    expect(kinds(lorebook)).toContain('too-many-patterns');
    let state = 1;
    const noise = Array.from({ length: CHAT_CHARS }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return String.fromCharCode(97 + ((state >>> 16) % 20));
    }).join('');
    let result = scan(lorebook, '');
    expect(cpuMs(() => (result = scan(lorebook, noise)))).toBeLessThan(1_500);
    expect(result.refused.some(({ because }) => because === 'regex-budget')).toBe(true);
  });

  it('are tried only where a text stands that they can’t do without', () => {
    const keys = Array.from({ length: 150 }, (_, n) => `/\\b(?:he|she) walks to (?:the )?long old harbour wall ${n}/`);
    const lorebook = bookOf(keys.map((key) => ({ keys: [key] })));
    const result = scan(
      lorebook,
      `${'she walks to the tavern. '.repeat(700)} she walks to the long old harbour wall 7`,
    );
    expect(result.refused.map(({ because }) => because)).toEqual([]);
    expect(result.active.map(({ entry }) => entry.id)).toEqual(['e7']);
  });
});

describe('keys that are made to be slow or large', () => {
  it('a key of a megabyte is refused by its size, and the others work', () => {
    const lorebook = bookOf([{ keys: ['k'.repeat(1_000_000), `/${'k'.repeat(1_000_000)}/`, 'lamp'] }]);
    expect(lorebook.problems.map(({ kind, about }) => `${kind} ${about.length}`)).toEqual([
      'key-too-long 60',
      'key-too-long 60',
    ]);
    expect(scan(lorebook, 'lamp').active).toHaveLength(1);
  });

  it('a hundred thousand keys of one entry, and a book full of long ones', () => {
    expect(kinds(bookOf([{ keys: Array.from({ length: 100_000 }, (_, n) => `k${n}`) }]))).toEqual(['too-many-keys']);
    const long = Array.from({ length: 4_000 }, (_, n) => ({ keys: [`${n}-`.padEnd(200, 'z')] }));
    expect(kinds(bookOf(long))).toEqual(['book-keys-too-long']);
    expect(kinds(bookOf(Array.from({ length: 10_001 }, () => ({ keys: ['k'] }))))).toEqual(['too-many-entries']);
  });

  it.each([
    ['each inside the next', {}],
    ['each inside the next, as whole words', { matchesWholeWords: true }],
  ])('%s', (_, settings) => {
    const lorebook = bookOf(
      Array.from({ length: 200 }, (_, n) => ({ keys: ['a'.repeat(n + 1)] })),
      settings,
    );
    expect(cpuMs(() => scan(lorebook, 'a'.repeat(100_000)))).toBeLessThan(1_500);
    expect(cpuMs(() => scan(lorebook, `${'a'.repeat(250)} `.repeat(400)))).toBeLessThan(1_500);
  });

  it('names that every object has are words like any other', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const lorebook = bookOf(
      names.map((name) => ({ id: name, keys: [name], groups: [name], content: `@@${name} 1\n${name}` })),
    );
    expect(scan(lorebook, names.join(' ')).active.map(({ entry }) => entry.id)).toEqual(names);
  });

  it('no more than the newest of the texts is looked into', () => {
    const lorebook = bookOf([{ keys: ['lamp'] }]);
    expect(scan(lorebook, `${' '.repeat(LORE_LIMITS.scanCharsMax)}lamp`).active).toEqual([]);
  });

  it('ten thousand entries that all want to be active stop at the limits', () => {
    const lorebook = bookOf(
      Array.from({ length: 10_000 }, () => ({ isConstant: true, content: 'x'.repeat(10_000) })),
      { isRecursive: true },
    );
    const input = { state: { started: [] }, seed: 's', replyId: 'r', messages: [] };
    let counted = 0;
    const countTokens = (): number => {
      counted += 1;
      return 0;
    };
    const result = scanLorebook({ lorebook, ...input, budgetTokens: 10, countTokens });
    expect(result.active).toHaveLength(LORE_LIMITS.activeEntriesMax);
    expect(counted).toBe(LORE_LIMITS.activeEntriesMax + 1);
  });
});
