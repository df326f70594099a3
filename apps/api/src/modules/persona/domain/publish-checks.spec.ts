import type { PersonaContent } from '@troupe/contracts/http/creator-persona';
import { type Judge, problemsInTheWay, publishProblems } from './publish-checks.ts';

const GOOD: PersonaContent = {
  name: 'Orla',
  hook: 'Keeps the light.',
  description: '',
  looks: '',
  category: 'other',
  tags: [],
  mature: false,
  pictureKey: null,
  hueDegrees: 100,
  personality: 'Calm.',
  scenario: '',
  sliders: {},
  systemPrompt: '',
  postHistory: '',
  greeting: 'Come in.',
  alternativeGreetings: [],
  exampleDialogue: [],
  starters: [],
  voice: {},
  price: { kind: 'flat', priceMicrocoins: 2_000_000 },
  lorebookKey: null,
  cardKey: null,
  nickname: '',
};
const allow: Judge = () => 'allowed';
const judge: Judge = (text) => (text.includes('EVIL') ? 'blocked' : text.includes('LEWD') ? 'mature' : 'allowed');
const codesOf = (content: PersonaContent, by: Judge = judge) =>
  publishProblems(content, by).map(({ field, code }) => `${field}: ${code}`);

describe('the checks of publishing', () => {
  it('ask for four fields and no more', () => {
    expect(codesOf(GOOD)).toEqual([]);
    const empty = { ...GOOD, name: ' ', hook: '', personality: '\n', greeting: '' };
    expect(codesOf(empty)).toEqual(['name: required', 'hook: required', 'personality: required', 'greeting: required']);
  });

  it('find what is against the rules in every text there is, and say where', () => {
    const single = [
      'name',
      'hook',
      'description',
      'looks',
      'personality',
      'scenario',
      'systemPrompt',
      'postHistory',
      'greeting',
    ];
    for (const field of single) expect(codesOf({ ...GOOD, [field]: 'EVIL' })).toEqual([`${field}: content_blocked`]);
    const lists = {
      ...GOOD,
      tags: ['fine', 'EVIL'],
      alternativeGreetings: ['EVIL'],
      exampleDialogue: [
        { fan: 'EVIL', persona: 'Hi' },
        { fan: 'Hi', persona: 'EVIL' },
      ],
      starters: ['Hi', 'Ho', 'EVIL'],
    };
    expect(codesOf(lists).map((code) => code.split(':')[0])).toEqual([
      'tags.1',
      'alternativeGreetings.0',
      'exampleDialogue.0.fan',
      'exampleDialogue.1.persona',
      'starters.2',
    ]);
  });

  it('find a sentence that begins in one field and ends in the next', () => {
    const together: Judge = (text) => (/E[\s\S]*VIL/.test(text) ? 'blocked' : 'allowed');
    expect(codesOf({ ...GOOD, personality: 'E', greeting: 'VIL' }, together)).toEqual([': content_blocked']);
  });

  it('let adult words through only with the mark', () => {
    expect(codesOf({ ...GOOD, greeting: 'LEWD' })).toEqual(['greeting: mature_not_marked']);
    expect(codesOf({ ...GOOD, greeting: 'LEWD', mature: true })).toEqual([]);
    expect(codesOf({ ...GOOD, greeting: 'EVIL', mature: true })).toEqual(['greeting: content_blocked']);
  });

  it('know the names of the house, and prices that cost it more than they bring', () => {
    expect(codesOf({ ...GOOD, name: 'Troupe Suppоrt' }, allow)).toEqual(['name: name_reserved']);
    expect(codesOf({ ...GOOD, nickname: 'Admin' }, allow)).toEqual(['nickname: name_reserved']);
    expect(codesOf({ ...GOOD, nickname: 'EVIL' })).toEqual(['nickname: content_blocked']);
    const cheap = { kind: 'tokens', baseMicrocoins: 500_000, inputRateMicrocoins: 0, outputRateMicrocoins: 1 } as const;
    expect(codesOf({ ...GOOD, price: cheap }, allow)).toEqual(['price: price_too_low']);
  });

  it('answer each in a sentence', () => {
    for (const { message } of publishProblems({ ...GOOD, name: 'Admin', hook: '', greeting: 'EVIL' }, judge))
      expect(message).toMatch(/^[A-Z].*\.$/);
  });

  it('hold for all of what fans meet, for what they still see of what they met, and for nothing of a draft', () => {
    const problems = publishProblems(
      { ...GOOD, name: 'Admin', hook: 'EVIL', greeting: 'EVIL', personality: '' },
      judge,
    );
    const inTheWay = (status: 'draft' | 'published' | 'unpublished') =>
      problemsInTheWay(status, problems).map(({ field }) => field);
    expect(inTheWay('draft')).toEqual([]);
    expect(inTheWay('published')).toEqual(['personality', 'name', 'hook', 'greeting']);
    expect(inTheWay('unpublished')).toEqual(['name', 'hook']);
  });
});
