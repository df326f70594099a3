import { expandMacros, type MacroContext, unknownMacros } from './macros.ts';

const context: MacroContext = {
  char: 'Orla',
  user: 'Ann',
  userDescription: 'A diver.',
  now: new Date('2026-11-21T15:05:00Z'),
  timeZone: 'UTC',
  pickSeed: 'conversation',
  randomSeed: 'reply',
};
const expand = (text: string, changes: Partial<MacroContext> = {}): string =>
  expandMacros(text, { ...context, ...changes });

describe('expandMacros', () => {
  it.each([
    ['{{char}} and {{USER}}, <user>, <BOT>, <Char>', 'Orla and Ann, Ann, Orla, Orla'],
    ['{{time}} on {{weekday}}, {{date}}', '3:05 PM on Saturday, November 21, 2026'],
    ['{{isodate}} {{isotime}}', '2026-11-21 15:05'],
    ['a{{newline}}b{{noop}}', 'a\nb'],
    ['a \n\n{{trim}}\n b', 'ab'],
    ['a{{// {{char}} is shy }}b', 'ab'],
    ['{{persona}}', 'A diver.'],
    ['{{random::{{char}}}}', 'Orla'],
    ['{{random:one}}', 'one'],
    ['{{ char }}', 'Orla'],
  ])('reads %j as %j', (text, expected) => {
    expect(expand(text)).toBe(expected);
  });

  it.each(['{{getvar::x}}', '{{chars}}', '{{', '}}', '{ {char} }', '{{{', '{{}}'])('leaves %j as it is', (text) => {
    expect(expand(text)).toBe(text);
  });

  it('never looks into a value: a name that is a macro stays a name', () => {
    const user = '{{char}}::{{random::x}}<BOT>{{trim}}';
    expect(expand('{{user}} {{random::{{user}}}} <USER>', { user })).toBe(`${user} ${user} ${user}`);
    expect(expand('{{{{user}}}}', { user: 'char' })).toBe('{{char}}');
  });

  it('picks the same for a conversation, and draws anew for a reply', () => {
    const draw = (macro: string, changes: (n: number) => Partial<MacroContext>): Set<string> =>
      new Set(Array.from({ length: 40 }, (_, n) => expand(`{{${macro}::a::b::c}}`, changes(n))));
    expect(draw('pick', (n) => ({ randomSeed: `${n}` })).size).toBe(1);
    expect(draw('pick', (n) => ({ pickSeed: `${n}` }))).toEqual(new Set(['a', 'b', 'c']));
    expect(draw('random', (n) => ({ randomSeed: `${n}` }))).toEqual(new Set(['a', 'b', 'c']));
    expect(['a,b', 'c']).toContain(expand('{{random:a\\,b,c}}'));
  });

  it('puts the original in once', () => {
    expect(expand('{{original}} {{original}}!', { original: 'Be kind.' })).toBe('Be kind. !');
    expect(expand('{{original}}!')).toBe('!');
  });

  it('reads a hostile text in linear time', () => {
    const text = '{{'.repeat(30_000);
    expect(expand(text)).toBe(text);
    expect(expand(`${'{{x'.repeat(9_000)}${'}}'.repeat(9_000)}`)).toHaveLength(45_000);
    expect(expand(`a${' '.repeat(60_000)}\n{{trim}}b`)).toBe('ab');
    const nested = `${'{{random::'.repeat(5_000)}x${'}}'.repeat(5_000)}`;
    expect(expand(nested)).toBe('x');
  });
});

describe('unknownMacros', () => {
  it('names what nothing here knows, once', () => {
    expect(unknownMacros('{{char}} {{cahr}} {{cahr}} {{// no}} {{random::a}} {{roll:d6}}')).toEqual([
      'cahr',
      'roll:d6',
    ]);
  });
});
