import fc from 'fast-check';
import { bookFromCard, bookToCard } from './card-book.ts';
import { CARD_FIELDS, entryFromCard, entryToCard } from './card-entry.ts';
import type { JsonObject, LoreFields } from './types.ts';

/** An entry in the form that SillyTavern 1.12 and later exports, values other than its usual ones. */
const SILLY_TAVERN: JsonObject = {
  id: 3,
  keys: ['Bessie', '/cows?/i'],
  secondary_keys: ['milk', 'barn'],
  comment: 'the cow',
  content: 'Bessie is a cow.',
  constant: true,
  selective: true,
  insertion_order: 70,
  enabled: false,
  position: 'after_char',
  use_regex: true,
  extensions: {
    ...{ position: 4, exclude_recursion: true, display_index: 3, probability: 40, useProbability: true, depth: 6 },
    ...{ selectiveLogic: 3, outlet_name: '', group: 'farm, cows', group_override: true, group_weight: 250 },
    ...{ prevent_recursion: true, delay_until_recursion: 2, scan_depth: 5, match_whole_words: false },
    ...{ use_group_scoring: true, case_sensitive: true, automation_id: 'moo', role: 1, vectorized: false },
    ...{ sticky: 4, cooldown: 2, delay: 8, match_persona_description: true, triggers: ['normal'], ignore_budget: true },
  },
};
const READ: LoreFields = {
  ...{ name: '', comment: 'the cow', isEnabled: false, keys: ['Bessie', '/cows?/i'], secondaryKeys: ['milk', 'barn'] },
  ...{ isSelective: true, secondaryLogic: 'and-all', areKeysRegex: false, isCaseSensitive: true },
  ...{ matchesWholeWords: false, isConstant: true, content: 'Bessie is a cow.', order: 70, priority: null },
  ...{ claimsFirst: true, position: 'at-depth', depth: 6, role: 'user', scanDepthMessages: 5, probabilityPercent: 40 },
  ...{ groups: ['farm', 'cows'], groupWeight: 250, winsGroup: true, usesGroupScoring: true },
  ...{ isExcludedFromRecursion: true, preventsRecursion: true, recursionDelayLevel: 2 },
  ...{ stickyMessages: 4, cooldownMessages: 2, delayMessages: 8 },
};
/** The least that both specifications demand. */
const LEAST: JsonObject = { keys: ['a'], content: 'b', extensions: {}, enabled: true, insertion_order: 1 };

describe('an entry of a card', () => {
  it('is read field by field', () => {
    expect(entryFromCard(SILLY_TAVERN, '3')).toEqual({ ...READ, id: '3', source: SILLY_TAVERN });
  });

  it.each<[said: string, card: JsonObject, read: Partial<LoreFields>]>([
    ['places by name', { position: 'before_char' }, { position: 'before-character' }],
    [
      'a place by number before one by name',
      { position: 'before_char', extensions: { position: 1 } },
      { position: 'after-character' },
    ],
    ['V3 use_regex, where SillyTavern wasn’t', { use_regex: true }, { areKeysRegex: true }],
    ['V3 case_sensitive', { case_sensitive: true }, { isCaseSensitive: true }],
    [
      'a probability that isn’t used',
      { extensions: { probability: 5, useProbability: false } },
      { probabilityPercent: 100 },
    ],
    ['the older delay_until_recursion', { extensions: { delay_until_recursion: true } }, { recursionDelayLevel: 1 }],
    ['keys as one text', { keys: 'a, b,,c' }, { keys: ['a', 'b', 'c'] }],
    ['priority', { priority: 7 }, { priority: 7 }],
    [
      'numbers beyond all bounds',
      { extensions: { depth: 1e9, sticky: -5, probability: 1e300, group_weight: 0, scan_depth: 1e6 } },
      { depth: 1_000, stickyMessages: 0, probabilityPercent: 100, groupWeight: 1, scanDepthMessages: 100 },
    ],
    [
      'what makes no sense',
      { keys: 5, content: null, extensions: [], enabled: 'no', insertion_order: 'x' },
      { keys: [], content: '', isEnabled: true, order: 100 },
    ],
  ])('%s', (_, card, read) => {
    expect(entryFromCard(card, 'e')).toMatchObject(read);
  });

  it('goes out as it came in, whatever that was', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(SILLY_TAVERN), '__proto__', 'x'), fc.jsonValue()),
        (given) => {
          const card = JSON.parse(JSON.stringify(given)) as JsonObject;
          fc.pre(Object.keys(card).length > 0);
          expect(JSON.stringify(entryToCard(entryFromCard(card, 'e'), false))).toBe(JSON.stringify(card));
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(Object.keys(CARD_FIELDS) as (keyof LoreFields)[])(
    '%s is written where it is read, and changes nothing else',
    (name) => {
      const usual = entryFromCard(LEAST, 'e');
      const changed = { ...usual, [name]: READ[name] === usual[name] ? OTHER[name] : READ[name] };
      expect(changed[name]).not.toEqual(usual[name]);
      const back = entryFromCard(entryToCard(changed, false), 'e');
      expect({ ...back, source: {} }).toEqual({ ...changed, source: {} });
      const kept = entryToCard({ ...entryFromCard(SILLY_TAVERN, '3'), [name]: changed[name] }, false);
      expect(kept['extensions']).toMatchObject({
        automation_id: 'moo',
        triggers: ['normal'],
        match_persona_description: true,
      });
      expect(entryFromCard(kept, '3')).toMatchObject({ ...READ, [name]: changed[name] });
    },
  );

  it('whose keys are patterns stays so when it gets what else only SillyTavern’s entries have', () => {
    const changed = { ...entryFromCard({ ...LEAST, use_regex: true }, 'e'), secondaryLogic: 'not-any' as const };
    expect(entryFromCard(entryToCard(changed, false), 'e')).toMatchObject({
      areKeysRegex: true,
      secondaryLogic: 'not-any',
    });
  });

  it('that was written here has what both specifications demand', () => {
    const card = entryToCard({ ...entryFromCard({}, 'new'), keys: ['k'], content: 'c' }, false);
    expect(card).toEqual({
      keys: ['k'],
      content: 'c',
      extensions: {},
      enabled: true,
      insertion_order: 100,
      use_regex: false,
    });
  });
});

/** Of fields that have their usual value above. */
const OTHER: Partial<LoreFields> = { name: 'n', areKeysRegex: true, priority: 3 };

describe('a book of a card', () => {
  const card: JsonObject = {
    ...{ name: 'Farm', description: 'd', scan_depth: 50, token_budget: 512, recursive_scanning: true },
    ...{ extensions: { 'risu/x': [1, { y: null }] }, unknown: 1, entries: [SILLY_TAVERN, { ...LEAST, id: 3 }, LEAST] },
  };

  it('is read, with ids that tell its entries apart', () => {
    const book = bookFromCard(card);
    expect(book).toMatchObject({
      name: 'Farm',
      settings: { scanDepthMessages: 50, budgetTokens: 512, isRecursive: true },
    });
    expect(book.entries.map(({ id }) => id)).toEqual(['3', 'entry-1', 'entry-2']);
  });

  it('goes out as it came in, and with what changed', () => {
    const book = bookFromCard(card);
    expect(bookToCard(book, false)).toEqual(card);
    const settings = { ...book.settings, scanDepthMessages: null, isRecursive: false };
    const { scan_depth: _, ...rest } = card;
    expect(bookToCard({ ...book, name: 'Barn', settings }, false)).toEqual({
      ...rest,
      name: 'Barn',
      recursive_scanning: false,
    });
  });

  it('of V2 becomes one of V3, and is the same V2 book without what V3 adds', () => {
    const upgraded = bookToCard(bookFromCard({ extensions: {}, entries: [LEAST] }), true);
    expect(upgraded).toEqual({ extensions: {}, entries: [{ ...LEAST, use_regex: false }] });
    expect(bookFromCard(upgraded).entries[0]).toMatchObject({ ...entryFromCard(LEAST, 'entry-0'), source: {} });
  });

  it.each([[{}], [{ entries: 'none' }], [{ entries: [null, 1, 'x', []], scan_depth: 'deep', token_budget: -1 }]])(
    'makes what sense there is of %j',
    (broken: JsonObject) => {
      expect(bookFromCard(broken).entries).toEqual([]);
    },
  );
});
