import type { Card } from './card.ts';

/** V1: malfoyslastname/character-card-spec-v2, spec_v1.md; the example conversation is the specification's. */
export const SPEC_V1: Card = {
  name: 'Haruhi',
  description: 'A student.',
  personality: 'restless',
  scenario: '',
  first_mes: 'Hello, {{user}}.',
  mes_example: '<START>\n{{user}}: hi\n{{char}}: hello\n<START>\n{{user}}: hi\nHaruhi: hello',
};

/** V2: spec_v2.md, every field of `TavernCardV2` and of `CharacterBook`; the system prompt is the example of its README.md. */
export const SPEC_V2: Card = {
  spec: 'chara_card_v2',
  spec_version: '2.0',
  data: {
    ...{
      name: 'Maren',
      description: 'Keeps a lighthouse.',
      personality: 'dry',
      scenario: 'A storm.',
      first_mes: 'Come in.',
    },
    mes_example: '<START>\n{{user}}: Is it far?\n{{char}}: Far enough.',
    creator_notes: 'Bot optimized for GPT-4',
    system_prompt:
      "Write {{char}}'s next reply in a fictional chat between {{char}} and {{user}}. Write 1 reply only in internet RP style, italicize actions, and avoid quotation marks. Use markdown. Be proactive, creative, and drive the plot and conversation forward. Write at least 1 paragraph, up to 4. Always stay in character and avoid repetition.",
    post_history_instructions: 'In your first response, introduce yourself',
    alternate_greetings: ['You again.', 'Mind the stairs.'],
    tags: ['sea', 'Solitude'],
    creator: 'nobody',
    character_version: '1.2',
    extensions: { 'agnai/voice': { service: 'x' }, agnai_voice: null, agnai: { voice: [] } },
    character_book: {
      ...{ name: 'The coast', description: 'Places', scan_depth: 4, token_budget: 500, recursive_scanning: true },
      extensions: { unknown: [1, null, 'two'] },
      entries: [
        {
          ...{ keys: ['lamp'], content: 'The lamp is old.', extensions: { deep: { er: true } }, enabled: true },
          ...{ insertion_order: 10, case_sensitive: false, name: 'Lamp', priority: 5, id: 1, comment: 'the lamp' },
          ...{ selective: true, secondary_keys: ['oil'], constant: false, position: 'after_char' },
        },
        { keys: [], content: '', extensions: {}, enabled: false, insertion_order: 0 },
      ],
    },
  },
};

/** V3: kwaroran/character-card-spec-v3, SPEC_V3.md, every field; the assets and the decorators are its examples. */
export const SPEC_V3: Card = {
  spec: 'chara_card_v3',
  spec_version: '3.0',
  data: {
    ...{ name: 'Ida', description: 'A clockmaker.', tags: ['clocks'], creator: 'nobody', character_version: '3' },
    ...{ mes_example: '', extensions: {}, system_prompt: '', post_history_instructions: '', first_mes: 'Tick.' },
    ...{ alternate_greetings: [], personality: '', scenario: '', creator_notes: 'Notes' },
    character_book: {
      extensions: {},
      entries: [
        {
          keys: ['/clocks?/i'],
          content:
            '@@risu_only_decorator 4\n@@@agn_only_decorator 4\n@@@activate_every 4\n@@depth 5\n@@@instruct_depth 5\n@@role user\n\nSome lorebook content',
          ...{
            extensions: {},
            enabled: true,
            insertion_order: 3,
            case_sensitive: true,
            use_regex: true,
            constant: false,
          },
        },
      ],
    },
    assets: [{ type: 'icon', uri: 'ccdefault:', name: 'main', ext: 'png' }],
    nickname: 'Idy',
    creator_notes_multilingual: { de: 'Notizen', ja: 'メモ' },
    source: ['https://example.org/ida', 'ida-1'],
    group_only_greetings: ['All of you, quiet.'],
    creation_date: 1_700_000_000,
    modification_date: 0,
  },
};

/** {@link SPEC_V2} with other data, as its JSON. */
export const changedV2 = (changes: Card): string =>
  JSON.stringify({ ...SPEC_V2, data: { ...(SPEC_V2['data'] as Card), ...changes } });
/** The same with these entries in its book. */
export const bookOf = (entries: unknown): string => changedV2({ character_book: { entries } });
