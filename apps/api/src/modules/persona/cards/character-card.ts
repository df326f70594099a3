import type { JsonObject } from './json-tree.ts';

/**
 * A card in the shape of Character Card V3 (github.com/kwaroran/character-card-spec-v3), which is V2
 * (github.com/malfoyslastname/character-card-spec-v2) with more fields. What a specification doesn't know stands where it stood, at every
 * level. Nearly all is optional because editors leave out what the specifications require, and a card goes out as it came in.
 */
export interface CharacterCard extends JsonObject {
  spec: 'chara_card_v3';
  spec_version: string;
  data: CardData;
}

/** The same tree as V2 programs take it. */
export interface CharacterCardV2 extends JsonObject {
  spec: 'chara_card_v2';
  spec_version: '2.0';
  data: CardData;
}

export interface CardData extends JsonObject {
  name: string;
  description?: string;
  personality?: string;
  scenario?: string;
  first_mes?: string;
  mes_example?: string;
  creator_notes?: string;
  system_prompt?: string;
  post_history_instructions?: string;
  alternate_greetings?: string[];
  tags?: string[];
  creator?: string;
  character_version?: string;
  extensions?: JsonObject;
  character_book?: CardBook | null;
  nickname?: string | null;
  creator_notes_multilingual?: { [language: string]: string } | null;
  source?: string[] | null;
  assets?: CardAsset[] | null;
  group_only_greetings?: string[];
  /** Unix time in seconds. */
  creation_date?: number | null;
  modification_date?: number | null;
}

export interface CardAsset extends JsonObject {
  type: string;
  uri: string;
  name: string;
  ext: string;
}

export interface CardBook extends JsonObject {
  name?: string | null;
  description?: string | null;
  /** Messages. */
  scan_depth?: number | null;
  /** Tokens. */
  token_budget?: number | null;
  recursive_scanning?: boolean | null;
  extensions?: JsonObject;
  entries: CardBookEntry[];
}

export interface CardBookEntry extends JsonObject {
  keys?: string[];
  content?: string;
  extensions?: JsonObject;
  enabled?: boolean;
  insertion_order?: number;
  case_sensitive?: boolean | null;
  use_regex?: boolean;
  name?: string | null;
  priority?: number | null;
  id?: number | string | null;
  comment?: string | null;
  selective?: boolean | null;
  secondary_keys?: string[] | null;
  constant?: boolean | null;
  /** `before_char` or `after_char`; some editors write SillyTavern's number here. */
  position?: string | number | null;
}
