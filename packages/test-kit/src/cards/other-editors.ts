import type { Card } from './card.ts';

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
