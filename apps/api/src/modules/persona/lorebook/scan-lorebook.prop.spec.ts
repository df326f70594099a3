import fc from 'fast-check';
import { LORE_SETTINGS_USUAL } from './card-book.ts';
import { entryFromCard } from './card-entry.ts';
import { compileLorebook } from './compile-lorebook.ts';
import { scanLorebook } from './scan-lorebook.ts';
import { LORE_POSITIONS, type LoreEntry, type LoreScan, type LoreSettings, SECONDARY_LOGICS } from './types.ts';

const word = fc.constantFrom(
  'lamp',
  'Lamp',
  'oil',
  'amp',
  'old lamp',
  'σ',
  'Σ',
  '灯',
  '灯塔',
  'İ',
  'a',
  'ß',
  '𐐨',
  'e\u0301',
);
const key = fc.oneof(
  word,
  fc.constantFrom('/l.mp/i', '/(/', '', '/^old/', '{{char}}'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const text = fc
  .array(fc.oneof(word, fc.constantFrom(' ', '.', '\ud800', '\n')), { maxLength: 12 })
  .map((parts) => parts.join(''));
const flag = fc.constantFrom(true, false, null);
const few = fc.nat({ max: 3 });

const entry = fc.record({
  keys: fc.array(key, { maxLength: 3 }),
  secondaryKeys: fc.array(key, { maxLength: 2 }),
  isSelective: fc.boolean(),
  secondaryLogic: fc.constantFrom(...SECONDARY_LOGICS),
  isCaseSensitive: flag,
  matchesWholeWords: flag,
  isConstant: fc.boolean(),
  isEnabled: fc.constantFrom(true, true, true, false),
  content: fc.oneof(text, fc.constantFrom('@@depth 1\nlamp', '{{user}}')),
  order: few,
  priority: fc.constantFrom(null, 1, 2),
  position: fc.constantFrom(...LORE_POSITIONS),
  scanDepthMessages: fc.constantFrom(null, 0, 1, 2),
  probabilityPercent: fc.constantFrom(100, 100, 50, 0),
  groups: fc.array(fc.constantFrom('g', 'h'), { maxLength: 2 }),
  groupWeight: fc.constantFrom(1, 100),
  winsGroup: fc.boolean(),
  usesGroupScoring: flag,
  isExcludedFromRecursion: fc.boolean(),
  preventsRecursion: fc.boolean(),
  recursionDelayLevel: fc.constantFrom(0, 0, 1, 2),
  stickyMessages: few,
  cooldownMessages: few,
  delayMessages: few,
}) satisfies fc.Arbitrary<Partial<LoreEntry>>;

const situation = fc.record({
  entries: fc.array(entry, { maxLength: 12 }),
  settings: fc.record({
    isRecursive: fc.boolean(),
    recursionStepsMax: few,
    matchesWholeWords: fc.boolean(),
    isCaseSensitive: fc.boolean(),
  }),
  said: fc.array(text, { maxLength: 5 }),
  started: fc.array(
    fc.record({
      replyId: fc.constantFrom('m0', 'm1', 'gone'),
      entryIds: fc.array(fc.constantFrom('e0', 'e1'), { maxLength: 2 }),
    }),
    { maxLength: 3 },
  ),
  seed: fc.string(),
  budgetTokens: fc.nat({ max: 120 }),
});
type Situation = typeof situation extends fc.Arbitrary<infer Value> ? Value : never;

const countTokens = (value: string): number => value.length + 4;
function scan(
  { entries, settings, said, started, ...input }: Situation,
  changes: Partial<LoreSettings> = {},
): LoreScan {
  const written = entries.map((changed, index) => ({ ...entryFromCard({}, `e${index}`), ...changed }));
  return scanLorebook({
    lorebook: compileLorebook({ entries: written, settings: { ...LORE_SETTINGS_USUAL, ...settings, ...changes } }),
    messages: said.map((value, index) => ({ id: `m${index}`, text: value })),
    ...{ state: { started }, replyId: 'reply', countTokens, ...input },
  });
}
const ids = (result: LoreScan): string[] => result.active.map(({ entry: { id } }) => id);

describe('a scan', () => {
  it('says the same for the same, also when its own state comes back with the reply tried again', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const once = scan(given);
        expect(scan(given)).toEqual(once);
        expect(scan({ ...given, started: [...once.nextState.started] as Situation['started'] })).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it('never spends more than the budget, and accounts for what it spends', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const result = scan(given);
        expect(result.usedTokens).toBeLessThanOrEqual(given.budgetTokens);
        expect(result.usedTokens).toBe(result.active.reduce((sum, { tokens }) => sum + tokens, 0));
      }),
      { numRuns: 500 },
    );
  });

  it('takes what it took and more when the budget grows, as long as no entry can keep another one out', () => {
    fc.assert(
      fc.property(situation, fc.nat({ max: 100 }), (given, more) => {
        const entries = given.entries.map((one) => ({
          ...one,
          groups: [],
          secondaryLogic: 'and-any' as const,
          recursionDelayLevel: 0 as const,
        }));
        const small = ids(scan({ ...given, entries }));
        const large = ids(scan({ ...given, entries, budgetTokens: given.budgetTokens + more }));
        expect(large).toEqual(expect.arrayContaining(small));
        const flat = { isRecursive: false };
        expect(ids(scan({ ...given, budgetTokens: given.budgetTokens + more }, flat))).toEqual(
          expect.arrayContaining(ids(scan(given, flat))),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('tells of each entry once, and of an active one why', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const result = scan(given);
        const told = [...ids(result), ...result.refused.map(({ entry: { id } }) => id)];
        expect(new Set(told).size).toBe(told.length);
        const groups = result.active.flatMap(({ entry: { groups, stickyMessages } }) =>
          stickyMessages > 0 ? [] : [...new Set(groups)],
        );
        expect(new Set(groups).size).toBe(groups.length);
        expect(result.active.every(({ why }) => why.length > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the words that a search one by one finds', () => {
    const words = fc.array(
      fc.oneof(word, fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' '), minLength: 1, maxLength: 4 })),
      { maxLength: 30 },
    );
    const said = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'lamp', ' ', '灯', '塔', 'Σ'), maxLength: 40 });
    fc.assert(
      fc.property(words, said, (keys, value) => {
        const entries = keys.map((one, index) => ({ ...entryFromCard({ keys: [one], content: 'x' }, `e${index}`) }));
        const input = { state: { started: [] }, seed: '', replyId: 'r', budgetTokens: 1_000, countTokens: () => 1 };
        const lorebook = compileLorebook({ entries, settings: LORE_SETTINGS_USUAL });
        const found = scanLorebook({ lorebook, messages: [{ id: 'm', text: value }], ...input });
        const fold = (one: string): string => one.normalize('NFC').toUpperCase().toLowerCase().replaceAll('ς', 'σ');
        const expected = entries.filter(
          ({ keys: [one = ''] }) => one.trim() !== '' && fold(value).includes(fold(one.trim())),
        );
        expect(ids(found)).toEqual(expected.map(({ id }) => id));
        for (const { why } of found.active) {
          for (const reason of why)
            if (reason.kind === 'key') expect(fold(value.slice(reason.at)).startsWith(fold(reason.key))).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
