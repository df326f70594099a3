import type { LoreEntry } from '../../src/modules/persona/lorebook/types.ts';
import { ids, refusals, scan } from '../support/lore-situations.ts';

type Example = [rule: string, entry: Partial<LoreEntry>, said: string[], isActive: boolean];

const KEYS: Example[] = [
  ['a key that was said', { keys: ['lamp'] }, ['Light the lamp!'], true],
  ['a key that was not', { keys: ['lamp'] }, ['Light the fire!'], false],
  ['one of several keys is enough', { keys: ['lamp', 'wick'] }, ['Trim the wick.'], true],
  ['a part of a word, unless whole words are asked for', { keys: ['king'] }, ['I was liking it'], true],
  ['no key at all', { keys: [] }, ['lamp'], false],
  ['an empty key is none', { keys: ['', '  '] }, ['lamp'], false],
  ['spaces around a key don’t count', { keys: [' lamp '] }, ['lamp'], true],
  ['a phrase', { keys: ['old lamp'] }, ['the OLD LAMP'], true],
  ['a key never reaches over two messages', { keys: ['old lamp'] }, ['old', 'lamp'], false],
  ['the persona’s name in a key', { keys: ['{{char}}’s lamp'] }, ['I took Orla’s lamp'], true],
  ['a key with a macro that is not known yet', { keys: ['{{user}}'] }, ['{{user}}'], false],
  ['a disabled entry', { keys: ['lamp'], isEnabled: false }, ['lamp'], false],
  ['an entry that says nothing', { keys: ['lamp'], content: ' \n ' }, ['lamp'], false],
  ['a constant entry', { keys: [], isConstant: true }, ['anything'], true],
];
const LETTERS: Example[] = [
  ['capitals don’t count', { keys: ['LAMP'] }, ['lamp'], true],
  ['unless they are asked for', { keys: ['LAMP'], isCaseSensitive: true }, ['lamp'], false],
  ['and then they do', { keys: ['Rose'], isCaseSensitive: true }, ['a rose for Rose'], true],
  ['Greek has two small sigmas', { keys: ['ΟΔΥΣΣΕΥΣ'] }, ['οδυσσευς'], true],
  ['Cyrillic', { keys: ['маяк'] }, ['МАЯК'], true],
  ['Turkish', { keys: ['istanbul'] }, ['İSTANBUL'], true],
  ['ß is not ss: a place in the text stays a place', { keys: ['strasse'] }, ['Straße'], false],
  ['beyond the first plane', { keys: ['𐐨'] }, ['𐐀'], true],
  ['accents, however they are written', { keys: ['caf\u00e9'] }, ['cafe\u0301'], true],
  ['and not a letter without its accent', { keys: ['cafe'] }, ['caf\u0065\u0301'], false],
  ['an emoji', { keys: ['🗝'] }, ['the 🗝 turns'], true],
  ['half an emoji is none', { keys: ['\ud83d'] }, ['🗝'], false],
];
const WHOLE: Example[] = [
  ['a whole word', { keys: ['king'] }, ['long live the king!'], true],
  ['not a part of one', { keys: ['king'] }, ['it’s not to my liking'], false],
  ['not one with an accent more', { keys: ['caf'] }, ['café'], false],
  ['later as well', { keys: ['king'] }, ['liking the king'], true],
  ['both ends of a phrase', { keys: ['king of'] }, ['the king offers'], false],
  ['a key that ends in signs', { keys: ['C++'] }, ['I write C++.'], true],
  ['Chinese has no spaces', { keys: ['灯塔'] }, ['她看守灯塔三年'], true],
  ['Japanese', { keys: ['灯台'] }, ['この灯台を守る'], true],
  ['Thai', { keys: ['ประภาคาร'] }, ['เธอดูแลประภาคารมาสามปี'], true],
  ['Korean particles', { keys: ['등대'] }, ['등대에서 만나'], true],
  ['Latin beside Chinese', { keys: ['NPC'] }, ['这个NPC很好'], true],
];
const PATTERNS: Example[] = [
  ['a pattern', { keys: ['/l[ai]mp/'] }, ['limp'], true],
  ['a pattern minds capitals', { keys: ['/lamp/'] }, ['LAMP'], false],
  ['with i it doesn’t', { keys: ['/lamp/i'] }, ['LAMP'], true],
  ['^ is the beginning of a message', { keys: ['/^lamp/'] }, ['x', 'lamp', 'y'], true],
  ['with m, of a line', { keys: ['/^lamp/m'] }, ['x\nlamp'], true],
  ['with s, . is a new line too', { keys: ['/a.b/s'] }, ['a\nb'], true],
  ['escaped slashes', { keys: ['/and\\/or/'] }, ['and/or'], true],
  ['a slash inside makes it words', { keys: ['/and/or/'] }, ['see /and/or/ here'], true],
  ['a pattern that is none never matches', { keys: ['/(/'] }, ['(', '/(/'], false],
  ['nothing that looks around or back', { keys: ['/lamp(?=s)/', '/(a)\\1/'] }, ['lamps aa'], false],
  ['V3 use_regex: each key is a pattern', { keys: ['l.mp'], areKeysRegex: true }, ['LIMP'], true],
];
const DEPTH: Example[] = [
  ['the last message, with scan depth 1', { keys: ['lamp'], scanDepthMessages: 1 }, ['x', 'lamp'], true],
  ['not the one before', { keys: ['lamp'], scanDepthMessages: 1 }, ['lamp', 'x'], false],
  ['the one before, with 2', { keys: ['lamp'], scanDepthMessages: 2 }, ['lamp', 'x'], true],
  ['nothing, with 0', { keys: ['lamp'], scanDepthMessages: 0 }, ['lamp'], false],
  ['by the book, which says nothing: the last four', { keys: ['lamp'] }, ['lamp', '', '', ''], true],
  ['and not five', { keys: ['lamp'] }, ['lamp', '', '', '', ''], false],
];
const CONDITIONS: Example[] = (
  [
    ['and-any', ['yes', 'yes', 'no', 'no']],
    ['and-all', ['yes', 'no', 'no', 'no']],
    ['not-any', ['no', 'no', 'yes', 'no']],
    ['not-all', ['no', 'yes', 'yes', 'no']],
  ] as const
).flatMap(([secondaryLogic, answers]) =>
  ['lamp oil wick', 'lamp oil', 'lamp', 'oil wick'].map((said, index): Example => {
    const entry = { keys: ['lamp'], secondaryKeys: ['oil', 'wick'], isSelective: true, secondaryLogic };
    return [`lamp, ${secondaryLogic} of oil and wick`, entry, [said], answers[index] === 'yes'];
  }),
);
const MORE_CONDITIONS: Example[] = [
  ['conditions count only if the entry is selective', { keys: ['lamp'], secondaryKeys: ['oil'] }, ['lamp'], true],
  ['no conditions', { keys: ['lamp'], isSelective: true }, ['lamp'], true],
  ['in another message', { keys: ['lamp'], secondaryKeys: ['oil'], isSelective: true }, ['oil', 'lamp'], true],
  [
    'but not beyond the scan depth',
    { keys: ['lamp'], secondaryKeys: ['oil'], isSelective: true, scanDepthMessages: 1 },
    ['oil', 'lamp'],
    false,
  ],
  ['a pattern', { keys: ['lamp'], secondaryKeys: ['/o.l/'], isSelective: true }, ['lamp oil'], true],
  [
    'a condition that can’t be met',
    { keys: ['lamp'], secondaryKeys: ['/(/', 'oil'], isSelective: true, secondaryLogic: 'and-all' },
    ['lamp oil'],
    false,
  ],
];

describe('what triggers an entry', () => {
  describe.each([
    ['keys', KEYS, {}],
    ['letters', LETTERS, {}],
    ['whole words', WHOLE, { matchesWholeWords: true }],
    ['patterns', PATTERNS, {}],
    ['scan depth', DEPTH, {}],
    ['conditions', CONDITIONS, {}],
    ['more about conditions', MORE_CONDITIONS, {}],
  ])('%s', (_, examples, settings) => {
    it.each(examples)('%s: %j, %j → %s', (_rule, entry, said, isActive) => {
      expect(ids(scan({ entries: [{ id: 'e', ...entry }], said, settings }))).toEqual(isActive ? ['e'] : []);
    });
  });

  it('says why: the newest message that has the key, and where', () => {
    const entries = [{ id: 'e', keys: ['lamp', '/o+il/'], secondaryKeys: ['wick'], isSelective: true }];
    const result = scan({ entries, said: ['a lamp', 'the wick', 'Lamp oil'], locatesPatterns: true });
    expect(result.active[0]?.why).toEqual([
      { kind: 'key', key: 'lamp', messageIndex: 2, at: 0 },
      { kind: 'key', key: '/o+il/', messageIndex: 2, at: 5 },
      { kind: 'key', key: 'wick', messageIndex: 1, at: 4 },
    ]);
  });

  it('says why not, of entries that had a key in the texts', () => {
    const entries = [
      { id: 'off', keys: ['lamp'], isEnabled: false },
      { id: 'empty', keys: ['lamp'], content: '' },
      { id: 'outlet', keys: ['lamp'], position: 'outlet' as const },
      { id: 'far', keys: ['door'], scanDepthMessages: 1 },
      { id: 'half', keys: ['lamp'], secondaryKeys: ['oil'], isSelective: true },
      { id: 'silent', keys: ['gull'] },
    ];
    const reasons = [
      'off: disabled',
      'empty: empty',
      'outlet: no-place',
      'far: out-of-scan-depth',
      'half: secondary-keys',
    ];
    expect(refusals(scan({ entries, said: ['door', 'lamp'] }))).toEqual(reasons);
  });

  it('reads decorators, and never tells them to the model', () => {
    const content = '@@depth 2\n@@role user\n@@risu_only 1\n@@@scan_depth 1\n@@exclude_keys dark\n\nThe lamp is lit.';
    const entries = [{ id: 'e', keys: ['lamp'], content }];
    const [active] = scan({ entries, said: ['x', 'lamp'] }).active;
    expect(active).toMatchObject({ text: 'The lamp is lit.', position: { place: 'at-depth', depth: 2, role: 'user' } });
    expect(ids(scan({ entries, said: ['lamp', 'x'] }))).toEqual([]);
    expect(ids(scan({ entries, said: ['a dark lamp'] }))).toEqual([]);
    expect(ids(scan({ entries: [{ id: 'e', content: '@@activate\nx' }], said: [''] }))).toEqual(['e']);
    expect(
      ids(scan({ entries: [{ id: 'e', keys: ['lamp'], content: '@@dont_activate\nx' }], said: ['lamp'] })),
    ).toEqual([]);
  });
});
