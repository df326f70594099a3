import type { Card } from './card.ts';

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
