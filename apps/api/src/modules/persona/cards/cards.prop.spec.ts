import { base64, png, tEXt } from '@troupe/test-kit/card-files';
import fc from 'fast-check';
import { entryFromCard, entryToCard } from '../lorebook/card-entry.ts';
import { CardFault } from './card-fault.ts';
import { toV2 } from './card-versions.ts';
import type { CharacterCard } from './character-card.ts';
import { formatExamples, parseExamples } from './example-dialogue.ts';
import { canonicalJson, type Json, type JsonObject } from './json-tree.ts';
import { personaToCard } from './persona-card.ts';
import { cardToPersonaDraft } from './persona-draft.ts';
import { jsonBytes, writePngCard } from './png-card.ts';
import { readCard } from './read-card.ts';
import { writeCharx } from './write-charx.ts';

const canonical = (value: unknown): string => canonicalJson(value as Json);
const asJson = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

/** What Postgres and JSON can hold. */
const text = fc
  .oneof(
    fc.string({ maxLength: 60, unit: 'grapheme' }),
    fc.constantFrom(
      '',
      ' ',
      '{{char}}',
      '<START>\n{{user}}: a\n{{char}}: b',
      '@@depth 3\nx',
      '<script>',
      'a\r\nb',
      '\uFEFF',
      '\u2028',
    ),
  )
  .map((value) => value.replaceAll('\0', ''));
const key = text.filter((value) => value !== '__proto__' && value !== '');
/** Values that nobody knows; -0 is 0 in JSON. */
const unknown = fc
  .jsonValue({ maxDepth: 4, stringUnit: 'grapheme' })
  .map(
    (value) => JSON.parse(JSON.stringify(value).replaceAll('\\u0000', '').replaceAll('"__proto__"', '"proto"')) as Json,
  );
/** Their names are none that a specification has. */
const unknowns = fc.dictionary(
  key.map((name) => `x_${name}`),
  unknown,
  { maxKeys: 3 },
);
const texts = fc.array(text, { maxLength: 4 });
const count = fc.integer({ min: -5, max: 1_000 });
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const entry = fc
  .tuple(
    fc.record(
      {
        ...{ keys: texts, content: text, extensions: unknowns, enabled: fc.boolean(), insertion_order: count },
        ...{
          case_sensitive: orNull(fc.boolean()),
          use_regex: fc.boolean(),
          name: orNull(text),
          priority: orNull(count),
        },
        ...{ id: orNull(fc.oneof(count, text)), comment: orNull(text), selective: orNull(fc.boolean()) },
        ...{ secondary_keys: orNull(texts), constant: orNull(fc.boolean()) },
        position: orNull(fc.constantFrom('before_char', 'after_char', 4)),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      {
        ...{ position: fc.integer({ min: 0, max: 7 }), selectiveLogic: fc.integer({ min: 0, max: 3 }), depth: count },
        ...{ probability: orNull(fc.integer({ min: 0, max: 100 })), useProbability: fc.boolean(), role: orNull(count) },
        ...{
          sticky: orNull(count),
          scan_depth: orNull(count),
          display_index: count,
          delay_until_recursion: fc.boolean(),
        },
      },
      { requiredKeys: [] },
    ),
    unknowns,
  )
  .map(([fields, extensions, rest]) => ({ ...rest, ...fields, extensions: { ...fields.extensions, ...extensions } }));

const book = fc
  .tuple(
    fc.record(
      {
        ...{ name: orNull(text), description: orNull(text), scan_depth: orNull(count), token_budget: orNull(count) },
        ...{ recursive_scanning: orNull(fc.boolean()), extensions: unknowns },
      },
      { requiredKeys: [] },
    ),
    fc.array(entry, { maxLength: 4 }),
    unknowns,
  )
  .map(([fields, entries, rest]) => ({ ...rest, ...fields, entries }));

const data = fc
  .tuple(
    fc.record(
      {
        ...{ name: text, description: text, personality: text, scenario: text, first_mes: text, mes_example: text },
        ...{ creator_notes: text, system_prompt: text, post_history_instructions: text, creator: text },
        ...{ character_version: text, alternate_greetings: texts, tags: texts, extensions: unknowns },
        ...{
          character_book: orNull(book),
          nickname: orNull(text),
          source: orNull(texts),
          creation_date: orNull(count),
        },
        creator_notes_multilingual: orNull(fc.dictionary(fc.constantFrom('en', 'de', 'ja'), text)),
        assets: orNull(fc.array(fc.record({ type: text, uri: text, name: text, ext: text }), { maxLength: 3 })),
        group_only_greetings: texts,
      },
      { requiredKeys: ['name'] },
    ),
    unknowns,
  )
  .map(([fields, rest]) => ({ ...rest, ...fields }));

const mirrors = fc.record({ name: text, description: text, tags: texts, creatorcomment: text }, { requiredKeys: [] });
const v3 = fc
  .tuple(data, unknowns, mirrors)
  .map(([of, rest, flat]) => ({ ...rest, ...flat, spec: 'chara_card_v3', spec_version: '3.0', data: of }));

describe('any V3 card', () => {
  it('is canonically the same JSON after every way of writing and reading it', async () => {
    await fc.assert(
      fc.asyncProperty(v3, fc.constantFrom('json', 'png', 'charx'), async (card, format) => {
        const read = await readCard(Buffer.from(JSON.stringify(card)));
        const write = { json: jsonBytes, png: (of: CharacterCard) => writePngCard(png(), of), charx: writeCharx }[
          format
        ];
        expect(canonical((await readCard(write(read.card))).card)).toBe(canonical(card));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same after it was a persona in a database', async () => {
    await fc.assert(
      fc.asyncProperty(v3, async (card) => {
        const read = await readCard(Buffer.from(JSON.stringify(card)));
        const stored = JSON.parse(JSON.stringify(cardToPersonaDraft(read.card))) as ReturnType<
          typeof cardToPersonaDraft
        >;
        expect(canonical(personaToCard(stored.persona, stored.lorebook, stored.cardExtras))).toBe(canonical(card));
      }),
      { numRuns: 300 },
    );
  });
});

it('any V2 card is itself again, but for V3’s own defaults', async () => {
  await fc.assert(
    fc.asyncProperty(v3, async ({ data: { group_only_greetings: _, ...of }, ...rest }) => {
      const entries = of.character_book?.entries.map(({ use_regex: __, ...fields }) => fields);
      const withBook = of.character_book ? { ...of, character_book: { ...of.character_book, entries } } : of;
      const card = { ...rest, spec: 'chara_card_v2', spec_version: '2.0', data: withBook };
      const read = await readCard(png(tEXt('chara', base64(card))));
      expect(canonical(toV2(read.card))).toBe(canonical(card));
    }),
    { numRuns: 300 },
  );
});

it('any entry that was changed here reads as it was changed', () => {
  fc.assert(
    fc.property(entry, entry, (of, other) => {
      const { source: _, ...changed } = entryFromCard(asJson(other), 'e');
      const back = entryFromCard(entryToCard({ ...changed, source: asJson(of) }, false), 'e');
      expect(back).toMatchObject(changed);
    }),
    { numRuns: 500 },
  );
});

it('examples that say nothing of speakers read as they were written', () => {
  const line = fc.stringMatching(/^[a-z][a-z .!?]{0,30}[a-z.]$/);
  const speech = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
  const pair = fc.record({ fan: fc.oneof(fc.constant(''), speech), persona: speech });
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 6 }), (pairs) =>
      expect(parseExamples(formatExamples(pairs), ['Ida'])).toEqual(pairs),
    ),
  );
});

describe('any bytes', () => {
  const whole = [
    png(tEXt('ccv3', base64({ spec: 'chara_card_v3', spec_version: '3.0', data: { name: 'A' } }))),
    writeCharx({ spec: 'chara_card_v3', spec_version: '3.0', data: { name: 'A' } }, [
      { path: 'a', bytes: Buffer.from('b') },
    ]),
    Buffer.from(
      '{"spec":"chara_card_v2","data":{"name":"A","tags":["b"],"character_book":{"entries":[{"keys":["c"]}]}}}',
    ),
  ];
  const bytes = fc
    .tuple(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }), fc.nat())
    .map(([file, changes, end]) => {
      const changed = Buffer.from(file.subarray(0, file.length - (end % 4 === 0 ? end % file.length : 0)));
      for (const [at, byte] of changes) if (changed.length > 0) changed[at % changed.length] = byte;
      return changed;
    });

  it('are a card or a CardFault, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (file) => {
        const end = await readCard(file).catch((error: unknown) => error);
        if (!(end instanceof CardFault)) expect(end).toMatchObject({ card: { spec: 'chara_card_v3' } });
      }),
      { numRuns: 2_000 },
    );
  });
});
