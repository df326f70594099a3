/**
 * Character cards as specifications give them and as editors emit them. The shapes (which fields, which types, which oddities) are theirs, each
 * with its source; texts are short stand-ins where the source has none or has somebody's story.
 */

type Card = Record<string, unknown>;

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

/** SillyTavern/SillyTavern, src/endpoints/characters.js: `charaFormatData` and `convertWorldInfoToCharacterBook`, with V1's fields beside `data`. */
const sillyTavernData: Card = {
  ...{
    name: 'Sera',
    description: 'Guards a glade.',
    personality: 'caring',
    scenario: '',
    first_mes: 'You wake.',
    mes_example: '',
  },
  ...{ creator_notes: 'Notes', system_prompt: '', post_history_instructions: '', tags: ['forest'], creator: '' },
  ...{ character_version: '', alternate_greetings: [], group_only_greetings: [] },
  extensions: {
    ...{ talkativeness: '0.5', fav: false, world: 'Eldoria' },
    depth_prompt: { prompt: '', depth: 4, role: 'system' },
    regex_scripts: [
      { scriptName: 'status', findRegex: '/<status>(.*?)</status>/gi', replaceString: '**$1**', placement: [0, 1] },
    ],
  },
  character_book: {
    name: 'Eldoria',
    entries: [
      {
        ...{
          id: 0,
          keys: ['eldoria', 'magical forest'],
          secondary_keys: [],
          comment: 'eldoria',
          content: 'All of the woods.',
        },
        ...{
          constant: false,
          selective: true,
          insertion_order: 100,
          enabled: true,
          position: 'before_char',
          use_regex: true,
        },
        extensions: {
          ...{
            position: 4,
            exclude_recursion: false,
            display_index: 0,
            probability: 80,
            useProbability: true,
            depth: 2,
          },
          ...{ selectiveLogic: 3, outlet_name: '', group: 'places', group_override: false, group_weight: 100 },
          ...{ prevent_recursion: false, delay_until_recursion: false, scan_depth: null, match_whole_words: null },
          ...{ use_group_scoring: false, case_sensitive: null, automation_id: '', role: 1, vectorized: false },
          ...{ sticky: 3, cooldown: null, delay: 0, match_persona_description: false, match_scenario: false },
          ...{ triggers: [], ignore_budget: false },
        },
      },
    ],
  },
};
const sillyTavernRoot: Card = {
  ...{
    name: 'Sera',
    description: 'Guards a glade.',
    personality: 'caring',
    scenario: '',
    first_mes: 'You wake.',
    mes_example: '',
  },
  ...{
    creatorcomment: 'Notes',
    avatar: 'none',
    chat: 'Sera - 2024-1-4 @19h 06m 48s 518ms',
    talkativeness: '0.5',
    fav: false,
  },
  ...{ tags: ['forest'], create_date: '2024-1-4 @19h 06m 48s 932ms' },
};
export const SILLYTAVERN_V2: Card = {
  ...sillyTavernRoot,
  spec: 'chara_card_v2',
  spec_version: '2.0',
  data: sillyTavernData,
};
/** The same program's `ccv3` chunk: src/character-card-parser.js changes the two version fields and nothing else. */
export const SILLYTAVERN_V3: Card = {
  ...sillyTavernRoot,
  spec: 'chara_card_v3',
  spec_version: '3.0',
  data: sillyTavernData,
};
/** Its flat cards of 2023: tags and numbers as texts. */
export const SILLYTAVERN_V1: Card = {
  ...{ name: 'Old', description: 'Flat.', personality: 'plain', scenario: 'A café.', first_mes: 'Hello.' },
  ...{
    mes_example: '<START>\r\n{{user}}: Hi\r\n{{char}}: Hm.',
    creatorcomment: 'From before',
    avatar: 'none',
    chat: 'Old',
  },
  ...{ tags: 'one, two', talkativeness: '0.7', fav: 'true', create_date: '2023-11-4 @17h 14m 26s 556ms' },
};

/** kwaroran/RisuAI, src/ts/characterCards.ts: `createBaseV2`. */
export const RISU_V2: Card = {
  spec: 'chara_card_v2',
  spec_version: '2.0',
  data: {
    ...{
      name: 'Sooah',
      description: '<char> is a student.',
      personality: '',
      scenario: '',
      first_mes: 'Hello.',
      mes_example: '',
    },
    ...{ creator_notes: '', system_prompt: '', post_history_instructions: '', alternate_greetings: [] },
    character_book: {
      extensions: { risu_fullWordMatching: false },
      entries: [
        {
          ...{
            keys: ['room', 'protocol'],
            secondary_keys: ['meeting'],
            content: 'A rule.',
            enabled: true,
            insertion_order: 30,
          },
          extensions: { risu_case_sensitive: false, risu_activationPercent: 50, risu_loreCache: null },
          ...{ constant: false, selective: true, name: 'protocol', comment: 'protocol', case_sensitive: false },
        },
      ],
    },
    ...{ tags: [], creator: '', character_version: '' },
    extensions: {
      risuai: {
        ...{ emotions: [], bias: [], viewScreen: 'none', customScripts: [], utilityBot: false, triggerscript: [] },
        sdData: [
          ['always', 'solo'],
          ["|character's appearance", ''],
          ["$character's pose", ''],
        ],
        ...{
          additionalText: '',
          largePortrait: false,
          lorePlus: true,
          vits: {},
          backgroundHTML: '<div onclick="x()">',
        },
        newGenData: { prompt: '', negative: '', instructions: '', emotionInstructions: '' },
      },
      depth_prompt: { depth: 0, prompt: '' },
    },
  },
};

/** The same file's `createBaseV3`: entries with fields of its own, assets of its own type. */
export const RISU_V3: Card = {
  spec: 'chara_card_v3',
  spec_version: '3.0',
  data: {
    ...{ name: 'Yan', description: 'A mediator.', personality: '', scenario: '', first_mes: 'Hm.', mes_example: '' },
    ...{ creator_notes: '', system_prompt: '', post_history_instructions: '', alternate_greetings: [''] },
    ...{ tags: [], creator: '', character_version: '', nickname: '', source: ['realm:1'], group_only_greetings: [] },
    ...{ creation_date: 1_779_800_000, modification_date: 1_779_800_100 },
    character_book: {
      ...{ scan_depth: 5, token_budget: 80_000, recursive_scanning: false },
      extensions: { risu_fullWordMatching: true },
      entries: [
        {
          ...{
            keys: ['door'],
            content: 'Closed.',
            extensions: {},
            enabled: true,
            insertion_order: 40,
            constant: false,
          },
          ...{ selective: false, name: 'door', comment: 'door', case_sensitive: false, use_regex: false },
          ...{ mode: 'normal', folder: 'f1' },
        },
      ],
    },
    assets: [
      { type: 'icon', uri: 'embeded://assets/icon/image/2.png', name: 'main', ext: 'png' },
      { type: 'x-risu-asset', uri: 'embeded://assets/other/image/1.webp', name: 'bow.webp', ext: 'webp' },
      { type: 'icon', uri: 'ccdefault:', name: 'iconx', ext: 'png' },
    ],
    extensions: {
      risuai: { bias: [], prebuiltAssetExclude: [], lowLevelAccess: false },
      depth_prompt: { depth: 0, prompt: '' },
    },
  },
};

/** Chub: the fields of `extensions.chub` as its readers type them (TavernChubExtension), nulls where they may be. */
export const CHUB_V2: Card = {
  spec: 'chara_card_v2',
  spec_version: '2.0',
  data: {
    ...{
      name: 'Pim',
      avatar: 'https://avatars.charhub.io/avatars/someone/pim/avatar.webp',
      description: '',
      personality: 'Shy',
    },
    ...{
      scenario: '',
      first_mes: 'Oh.',
      mes_example: '<START>',
      creator_notes: '<h1>Pim</h1><img src=x>',
      system_prompt: '',
    },
    ...{
      post_history_instructions: '',
      alternate_greetings: [],
      tags: ['Shy'],
      creator: 'someone',
      character_version: 'main',
    },
    extensions: {
      fav: false,
      chub: {
        ...{ id: 1, preset: null, full_path: 'someone/pim', custom_css: null, extensions: [], expressions: null },
        ...{
          alt_expressions: {},
          background_image: null,
          related_lorebooks: [{ id: 1, path: 'a/b', version: 'main' }],
        },
      },
      depth_prompt: { role: 'system', depth: 4, prompt: '' },
    },
    character_book: null,
  },
};

/** agnaistic/agnai, web/pages/Character/port.ts: the whole persona in `extensions.agnai`. */
export const AGNAI_V2: Card = {
  spec: 'chara_card_v2',
  spec_version: '2.0',
  data: {
    ...{ name: 'Robot', description: 'species("robot")', personality: '', scenario: 'A lab.', first_mes: 'Beep.' },
    ...{
      mes_example: '{{user}}: Hello\n{{char}}: Beep.\nBoop.\n{{user}}: Sorry?\n{{char}}: Boop.',
      creator_notes: '',
      system_prompt: '',
    },
    ...{ post_history_instructions: '', alternate_greetings: [], tags: [], creator: '', character_version: '' },
    extensions: {
      agnai: {
        voice: { service: 'novel', voiceId: 'Aini' },
        persona: { kind: 'wpp', attributes: { species: ['robot'] } },
      },
    },
  },
};

/** oobabooga's character creator, with which Pygmalion's cards were made; agnai reads it as `ooba`. */
export const PYGMALION: Card = {
  char_name: 'Name',
  char_persona: 'Body(Fit)\nPersonality(Annoying + Overly friendly)',
  char_greeting: '*He raises the cup up to you*',
  world_scenario: 'You are meeting Name for the first time.',
  example_dialogue: '<START>\n{{user}}: Who are you?\n{{char}}: I am a character!',
};

/** What small tools write: a minimum, and fields of their own anywhere. */
export const MINIMAL_V3: Card = {
  ...{ spec: 'chara_card_v3', spec_version: '3.0', x_custom_root: { nested: true }, unknown_root_array: [{ id: 1 }] },
  data: {
    name: 'Few',
    description: 'd',
    future_field: { deep: [1, 2] },
    extensions: { 'openclaw/texting_persona': { version: '1.0' } },
  },
};

export const V3_SAMPLES = { SPEC_V3, SILLYTAVERN_V3, RISU_V3, MINIMAL_V3 };
export const V2_SAMPLES = { SPEC_V2, SILLYTAVERN_V2, RISU_V2, CHUB_V2, AGNAI_V2 };
export const V1_SAMPLES = { SPEC_V1, SILLYTAVERN_V1, PYGMALION };

/** {@link SPEC_V2} with other data, as its JSON. */
export const changedV2 = (changes: Card): string =>
  JSON.stringify({ ...SPEC_V2, data: { ...(SPEC_V2['data'] as Card), ...changes } });
/** The same with these entries in its book. */
export const bookOf = (entries: unknown): string => changedV2({ character_book: { entries } });
