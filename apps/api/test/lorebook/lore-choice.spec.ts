import type { LoreEntry, LoreSettings } from '../../src/modules/persona/lorebook/types.ts';
import { ids, refusals, type Situation, scan, type Written } from '../support/lore-situations.ts';

const bessie = { id: 'Bessie', keys: ['Bessie'], content: 'Bessie is a friend of Rufus.' };
const rufus = { id: 'Rufus', keys: ['Rufus'], content: 'Rufus fears the Moon.' };
const moon = { id: 'Moon', keys: ['Moon'], content: 'The Moon is full.' };
const isRecursive = { isRecursive: true };

describe('recursion', () => {
  it.each<[rule: string, entries: Written[], settings: Partial<LoreSettings>, active: string[]]>([
    ['is off unless the book says so', [bessie, rufus], {}, ['Bessie']],
    ['what an entry says triggers others', [bessie, rufus, moon], isRecursive, ['Bessie', 'Rufus', 'Moon']],
    ['one step', [bessie, rufus, moon], { isRecursive: true, recursionStepsMax: 1 }, ['Bessie', 'Rufus']],
    ['no step', [bessie, rufus, moon], { isRecursive: true, recursionStepsMax: 0 }, ['Bessie']],
    [
      'not an entry that is excluded',
      [bessie, { ...rufus, isExcludedFromRecursion: true }, moon],
      isRecursive,
      ['Bessie'],
    ],
    [
      'not by an entry that prevents it',
      [bessie, { ...rufus, preventsRecursion: true }, moon],
      isRecursive,
      ['Bessie', 'Rufus'],
    ],
    ['two that name each other', [bessie, { ...rufus, content: 'Bessie!' }], isRecursive, ['Bessie', 'Rufus']],
    ['whatever the scan depth', [bessie, { ...rufus, scanDepthMessages: 0 }], isRecursive, ['Bessie', 'Rufus']],
    [
      'an entry that waits for recursion',
      [{ ...moon, keys: ['Bessie'], recursionDelayLevel: 1 }, bessie],
      isRecursive,
      ['Moon', 'Bessie'],
    ],
    ['and waits in vain without one', [{ ...moon, keys: ['Bessie'], recursionDelayLevel: 1 }], isRecursive, []],
    [
      'a higher level when the lower ones are done',
      [
        bessie,
        rufus,
        { ...moon, recursionDelayLevel: 1 },
        {
          id: 'Last',
          keys: ['Bessie'],
          secondaryKeys: ['full'],
          isSelective: true,
          secondaryLogic: 'not-any',
          recursionDelayLevel: 2,
        },
      ],
      { isRecursive: true, recursionStepsMax: 5 },
      ['Bessie', 'Rufus', 'Moon'],
    ],
    [
      'a condition that another entry meets',
      [bessie, { id: 'both', keys: ['Bessie'], secondaryKeys: ['friend'], isSelective: true }],
      isRecursive,
      ['Bessie', 'both'],
    ],
  ])('%s', (_, entries, settings, active) => {
    expect(ids(scan({ entries, settings, said: ['I saw Bessie'] }))).toEqual(active);
  });

  it('says by which entry, where and in which pass', () => {
    const result = scan({ entries: [bessie, rufus], settings: isRecursive, said: ['Bessie'] });
    expect(result.active[1]).toMatchObject({
      pass: 1,
      why: [{ kind: 'key-in-entry', key: 'Rufus', entryId: 'Bessie', at: 22 }],
    });
  });

  it('looks into what macros stand for, and not at their names', () => {
    const entries = [
      { id: 'a', keys: ['lamp'], content: '{{user}} lit it' },
      { id: 'user', keys: ['user'] },
      { id: 'ann', keys: ['Ann'] },
    ];
    const expand = (text: string): string => text.replaceAll('{{user}}', 'Ann');
    const result = scan({ entries, settings: isRecursive, said: ['lamp'], expand });
    expect(ids(result)).toEqual(['a', 'ann']);
    expect(result.active[0]?.text).toBe('{{user}} lit it');
  });
});

describe('the budget', () => {
  const four = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, keys: ['lamp'], order: index }));
  it.each<[rule: string, changes: Partial<LoreEntry>[], tokens: number, active: string[]]>([
    ['all that fit', [], 40, ['a', 'b', 'c', 'd']],
    ['the highest order claims first, and stands last', [], 20, ['c', 'd']],
    ['priority stands above order', [{ priority: 9 }], 20, ['a', 'd']],
    ['constants first', [{ isConstant: true }], 20, ['a', 'd']],
    ['those that may first of all', [{ claimsFirst: true }, { isConstant: true }], 10, ['a']],
    ['nothing', [], 9, []],
  ])('%s', (_, changes, budgetTokens, active) => {
    const entries = four.map((entry, index) => ({ ...entry, ...changes[index] }));
    const result = scan({ entries, said: ['lamp'], budgetTokens });
    expect(ids(result)).toEqual(active);
    expect(refusals(result)).toEqual(
      four
        .map(({ id }) => id)
        .filter((id) => !active.includes(id))
        .map((id) => `${id}: budget`),
    );
  });

  it('ends with the first entry that has no room: nothing smaller slips in', () => {
    const entries = [
      { id: 'big', keys: ['lamp'], order: 2 },
      { id: 'small', keys: ['lamp'], order: 1 },
    ];
    const countTokens = (text: string): number => (text === 'big' ? 50 : 1);
    expect(ids(scan({ entries, said: ['lamp'], budgetTokens: 20, countTokens }))).toEqual([]);
  });

  it('is the book’s own where that is less, and ends recursion', () => {
    const result = scan({
      entries: [bessie, { ...moon, keys: ['Bessie'], order: -1 }, rufus],
      settings: { isRecursive: true, budgetTokens: 10 },
      said: ['Bessie'],
    });
    expect(ids(result)).toEqual(['Bessie']);
    expect(result.usedTokens).toBe(10);
  });
});

describe('order', () => {
  it('is from low to high, and by the book among equals', () => {
    const entries = [
      ['x', 5],
      ['y', 1],
      ['z', 5],
    ].map(([id, order]) => ({ id: String(id), order: Number(order), isConstant: true }));
    expect(ids(scan({ entries, said: [''] }))).toEqual(['y', 'x', 'z']);
  });
});

describe('luck', () => {
  const activeOf = (entries: Written[], changes: Partial<Situation> = {}): string[] =>
    Array.from({ length: 400 }, (_, n) => ids(scan({ entries, said: ['lamp'], seed: `c:${n}`, ...changes })).join('+'));
  const share = (all: string[], one: string): number => all.filter((active) => active === one).length / all.length;

  it.each([
    [0, 0, 0],
    [30, 0.2, 0.4],
    [100, 1, 1],
  ])('an entry of %s %% is active so often', (probabilityPercent, least, most) => {
    const often = share(activeOf([{ id: 'e', keys: ['lamp'], probabilityPercent }]), 'e');
    expect(often).toBeGreaterThanOrEqual(least);
    expect(often).toBeLessThanOrEqual(most);
  });

  it('is the same for the same seed, and of two entries not the same', () => {
    const entries = ['a', 'b', 'c'].map((id) => ({ id, keys: ['lamp'], probabilityPercent: 50 }));
    expect(activeOf(entries)).toEqual(activeOf(entries));
    expect(new Set(activeOf(entries)).size).toBe(8);
  });

  it('does not spare constants', () => {
    expect(refusals(scan({ entries: [{ id: 'e', isConstant: true, probabilityPercent: 0 }], said: [''] }))).toEqual([
      'e: probability',
    ]);
  });

  const songs = [
    { id: 'cat', keys: ['lamp', 'cat'], groups: ['songs'] },
    { id: 'ghost', keys: ['lamp', 'ghost'], groups: ['songs'], groupWeight: 300 },
  ];
  it('chooses one of a group, by weight', () => {
    const all = activeOf(songs);
    expect(share(all, 'cat') + share(all, 'ghost')).toBe(1);
    expect(share(all, 'ghost')).toBeGreaterThan(0.65);
    expect(share(all, 'ghost')).toBeLessThan(0.85);
  });

  it.each<[rule: string, entries: Written[], said: string, active: string]>([
    ['who wins by right', songs.map((song) => ({ ...song, winsGroup: song.id === 'cat' })), 'lamp', 'cat'],
    [
      'who has more keys, where keys are scored',
      songs.map((song) => ({ ...song, usesGroupScoring: true })),
      'lamp cat',
      'cat',
    ],
    [
      'of several groups each has to be won',
      [
        { id: 'all', keys: ['lamp'], groups: ['x', 'y'] },
        { id: 'x', keys: ['lamp'], groups: ['x'], winsGroup: true },
      ],
      'lamp',
      'x',
    ],
  ])('the group goes to %s', (_, entries, said, active) => {
    expect(new Set(activeOf(entries, { said: [said] }))).toEqual(new Set([active]));
  });

  it('keeps a group that is taken from those who come by recursion', () => {
    const entries = [
      { ...bessie, groups: ['g'] },
      { ...rufus, groups: ['g'] },
    ];
    expect(refusals(scan({ entries, settings: isRecursive, said: ['Bessie'] }))).toEqual(['Rufus: group']);
  });
});
