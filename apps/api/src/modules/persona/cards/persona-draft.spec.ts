import { json } from '@troupe/test-kit/card-files';
import {
  AGNAI_V2,
  CHUB_V2,
  RISU_V2,
  SILLYTAVERN_V2,
  SPEC_V1,
  SPEC_V2,
  SPEC_V3,
  V1_SAMPLES,
  V2_SAMPLES,
} from '@troupe/test-kit/card-samples';
import { entryFromCard } from '../lorebook/card-entry.ts';
import { readDecorators } from '../lorebook/decorators.ts';
import { changedEntry, replacedEntry } from '../lorebook/edit-book.ts';
import { NO_BOOK, toLoreBook } from '../lorebook/stored-book.ts';
import type { CardPersona } from './card-persona.ts';
import { toV2 } from './card-versions.ts';
import { formatExamples, parseExamples } from './example-dialogue.ts';
import { canonicalJson } from './json-tree.ts';
import { personaToCard } from './persona-card.ts';
import { cardToPersonaDraft, type PersonaDraft } from './persona-draft.ts';
import { readCard } from './read-card.ts';

const cardOf = async (sample: unknown) => (await readCard(Buffer.from(json(sample)))).card;
const draftOf = async (sample: unknown) => cardToPersonaDraft(await cardOf(sample));
const bookIn = async (sample: unknown) => toLoreBook((await draftOf(sample)).lorebook ?? NO_BOOK);
const back = (draft: PersonaDraft, changes: Partial<CardPersona> = {}) =>
  personaToCard({ ...draft.persona, ...changes }, draft.lorebook, draft.cardExtras);

describe('a persona out of a card', () => {
  it('has each field where it belongs', async () => {
    const { persona } = await draftOf(SPEC_V2);
    expect(persona).toMatchObject({
      ...{ name: 'Maren', scenario: 'A storm.', greeting: 'Come in.', tags: ['sea', 'solitude'] },
      description: 'Bot optimized for GPT-4',
      personality: 'Keeps a lighthouse.\n\ndry',
      alternativeGreetings: ['You again.', 'Mind the stairs.'],
      exampleDialogue: [{ fan: 'Is it far?', persona: 'Far enough.' }],
      systemPrompt: expect.stringMatching(/^Write \{\{char\}\}'s next reply/) as string,
      postHistory: 'In your first response, introduce yourself',
    });
  });

  it('shows fans the notes that are written for them', async () => {
    expect((await draftOf(CHUB_V2)).persona.description).toBe('<h1>Pim</h1><img src=x>');
    expect((await draftOf(SPEC_V3)).persona).toMatchObject({ description: 'Notes' });
  });

  it('knows a speaker by macro or by name, and a speech by its lines', async () => {
    expect((await draftOf(SPEC_V1)).persona.exampleDialogue).toEqual([
      { fan: 'hi', persona: 'hello' },
      { fan: 'hi', persona: 'hello' },
    ]);
    expect((await draftOf(AGNAI_V2)).persona.exampleDialogue).toEqual([
      { fan: 'Hello', persona: 'Beep.\nBoop.' },
      { fan: 'Sorry?', persona: 'Boop.' },
    ]);
    expect(parseExamples('<START>\nNobody is named here: at all.\n<START>\n{{user}}: unanswered', [])).toEqual([
      { fan: '', persona: 'Nobody is named here: at all.' },
    ]);
  });
});

describe('a lorebook out of a card', () => {
  const decorated = (content: string) => {
    const { entry, text } = readDecorators(entryFromCard({ content }, 'e'));
    return { ...entry, text };
  };

  it('reads the specification’s fields', async () => {
    const lorebook = await bookIn(SPEC_V2);
    expect(lorebook).toMatchObject({
      name: 'The coast',
      settings: { scanDepthMessages: 4, budgetTokens: 500, isRecursive: true },
    });
    expect(lorebook.entries[0]).toMatchObject({
      ...{ name: 'Lamp', keys: ['lamp'], secondaryKeys: ['oil'], secondaryLogic: 'and-any', order: 10, priority: 5 },
      ...{ position: 'after-character', isCaseSensitive: false, isConstant: false, isEnabled: true },
      areKeysRegex: false,
    });
  });

  it('reads SillyTavern’s', async () => {
    expect((await bookIn(SILLYTAVERN_V2)).entries[0]).toMatchObject({
      ...{ position: 'at-depth', depth: 2, role: 'user', probabilityPercent: 80, secondaryLogic: 'and-all' },
      // It marks every entry so; keys that are patterns stand between slashes.
      ...{ groups: ['places'], stickyMessages: 3, cooldownMessages: 0, scanDepthMessages: null, isCaseSensitive: null },
      areKeysRegex: false,
    });
  });

  it('reads V3’s decorators, and fallbacks only where nothing before them is known', async () => {
    const [entry] = (await bookIn(SPEC_V3)).entries;
    expect(entry).toMatchObject({ areKeysRegex: true });
    expect(decorated(entry?.content ?? '')).toMatchObject({
      ...{ text: 'Some lorebook content', position: 'at-depth', depth: 5, role: 'user' },
    });
    expect(decorated('@@nobody_knows 1\n@@@activate_only_after 4\n@@@depth 9\n\ntext')).toMatchObject({
      ...{ text: 'text', delayMessages: 4, depth: 4, position: 'after-character' },
    });
    expect(
      decorated('@@dont_activate\n@@activate\n@@exclude_keys a, b\n@@depth 1\n@@position after_desc\nx'),
    ).toMatchObject({
      ...{ text: 'x', isConstant: true, secondaryKeys: ['a', 'b'], secondaryLogic: 'not-any' },
      position: 'after-character',
    });
    expect(decorated('@@depth much\n@@role constructor\nx')).toMatchObject({ text: 'x', role: 'system', depth: 4 });
    expect(decorated('no @@depth 4')).toMatchObject({ text: 'no @@depth 4', depth: 4 });
  });
});

describe('a card out of a persona', () => {
  it.each(Object.entries({ ...V1_SAMPLES, ...V2_SAMPLES }))('is the one that came in: %s', async (_name, sample) => {
    const card = await cardOf(sample);
    expect(canonicalJson(back(await draftOf(sample)))).toBe(canonicalJson(card));
    expect(canonicalJson(toV2(back(await draftOf(sample))))).toBe(canonicalJson(toV2(card)));
  });

  it('says what was changed, also where V1 programs look, and leaves all else to the letter', async () => {
    const draft = await draftOf(SILLYTAVERN_V2);
    const card = back(draft, { name: 'Seraph', personality: 'New.', exampleDialogue: [{ fan: 'A?', persona: 'B.' }] });
    expect(card).toMatchObject({
      name: 'Seraph',
      description: 'New.',
      personality: '',
      avatar: 'none',
      talkativeness: '0.5',
    });
    expect(card.data).toMatchObject({ name: 'Seraph', description: 'New.', personality: '' });
    expect(card.data.mes_example).toBe('<START>\n{{user}}: A?\n{{char}}: B.');
    expect(card.data.extensions).toEqual((SILLYTAVERN_V2['data'] as { extensions: object }).extensions);
    expect(draft.cardExtras['name']).toBe('Sera');
  });

  it('keeps what is unknown of an entry that was changed', async () => {
    const draft = await draftOf(RISU_V2);
    const [entry] = draft.lorebook?.entries ?? [];
    if (!entry || !draft.lorebook) throw new Error('The sample has an entry.');
    const changes = { content: 'Another rule.', stickyMessages: 2, areKeysRegex: true };
    const changed = replacedEntry(draft.lorebook, changedEntry(entry, changes)) ?? null;
    const card = personaToCard(draft.persona, changed, draft.cardExtras);
    expect(card.data.character_book?.extensions).toEqual({ risu_fullWordMatching: false });
    expect(card.data.character_book?.entries[0]).toMatchObject({
      ...{ content: 'Another rule.', keys: ['room', 'protocol'], use_regex: true },
      extensions: { risu_activationPercent: 50, sticky: 2 },
    });
    expect((await bookIn(card)).entries[0]).toMatchObject({
      content: 'Another rule.',
      areKeysRegex: true,
      stickyMessages: 2,
    });
  });

  it('is whole V3 for a persona that was made here, and brings home what only we know', async () => {
    const { persona } = await draftOf(SPEC_V2);
    const own: CardPersona = { ...persona, hook: 'A lamp in the dark.', starters: ['Is it far?'] };
    const card = personaToCard(own, null, null);
    expect(card.data).toMatchObject({ group_only_greetings: [], extensions: {}, creator: '', character_version: '' });
    expect(cardToPersonaDraft(await cardOf(card)).persona).toEqual(own);
  });

  it('has no lorebook when the persona has none any more', async () => {
    const { persona, cardExtras } = await draftOf(SPEC_V2);
    expect(personaToCard(persona, null, cardExtras).data.character_book).toBeUndefined();
  });

  it('takes nothing along that is not a card’s', async () => {
    const { persona, lorebook, cardExtras } = await draftOf(SPEC_V2);
    const row = {
      ...persona,
      trainingData: ['SECRET'],
      priceMicrocoins: 1,
      creatorId: 'SECRET',
      sliders: { warmth: 90 },
    };
    expect(JSON.stringify(personaToCard(row, lorebook, cardExtras))).not.toMatch(
      /SECRET|trainingData|Microcoins|sliders/,
    );
  });
});

it('writes examples that read the same', () => {
  const pairs = [
    { fan: '', persona: 'Alone: said.' },
    { fan: 'a\nb', persona: 'c\n\nd' },
  ];
  expect(parseExamples(formatExamples(pairs), [])).toEqual(pairs);
});
