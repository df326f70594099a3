import type { Card } from './card.ts';

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
