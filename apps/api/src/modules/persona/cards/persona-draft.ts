import { LIMITS } from '@troupe/contracts/limits';
import { CardNotices } from './card-fault.ts';
import type { CardData, CharacterCard } from './character-card.ts';
import { type ExamplePair, parseExamples } from './example-dialogue.ts';
import { isObject, type JsonObject } from './json-tree.ts';
import type { LorebookDraft } from './lore-draft.ts';
import { bookToDraft } from './lore-entry.ts';

/** What only we know of a persona, in the card's extensions. */
export const OWN_EXTENSION = 'troupe';

/** Longest texts of a draft. A card's longer ones are cut in the draft only: the card keeps them, and they go out whole. */
export const DRAFT_LIMITS = {
  nameCharsMax: LIMITS.nameCharsMax,
  hookCharsMax: LIMITS.noteCharsMax,
  descriptionCharsMax: 8_000,
  personalityCharsMax: 40_000,
  scenarioCharsMax: 20_000,
  greetingCharsMax: LIMITS.replyCharsMax,
  greetingsMax: 50,
  exampleCharsMax: 8_000,
  examplesMax: 100,
  instructionCharsMax: 20_000,
  tagCharsMax: LIMITS.tagCharsMax,
  tagsMax: 30,
  startersMax: 10,
} as const;

/** The fields of a persona that a card speaks of; texts may be empty, whoever publishes asks for what is missing. */
export interface CardPersona {
  name: string;
  /** What `{{char}}` becomes; empty for the name. */
  nickname: string;
  hook: string;
  /** For fans to read: the card's notes of its creator. */
  description: string;
  /** For the model: the card's description and personality. */
  personality: string;
  scenario: string;
  greeting: string;
  alternativeGreetings: string[];
  exampleDialogue: ExamplePair[];
  systemPrompt: string;
  postHistoryInstructions: string;
  tags: string[];
  starters: string[];
}

export interface PersonaDraft {
  persona: CardPersona;
  lorebook: LorebookDraft | null;
  /** The card itself without its book's entries (each draft of an entry brings its own), to be kept with the persona. */
  cardExtras: JsonObject;
}

/** A persona out of a card, and all that it takes to give the card back as it was. */
export function cardToPersonaDraft(card: CharacterCard, notices = new CardNotices()): PersonaDraft {
  const { data } = card;
  const book = data.character_book ?? null;
  return {
    persona: personaOf(data, notices),
    lorebook: book === null ? null : bookToDraft(book),
    cardExtras: book === null ? card : { ...card, data: { ...data, character_book: { ...book, entries: [] } } },
  };
}

/** The persona that a card's fields say, cut to {@link DRAFT_LIMITS}. */
export function personaOf(data: CardData, notices = new CardNotices()): CardPersona {
  const cut = (field: string, text: string | null | undefined, charsMax: number): string => {
    const whole = (text ?? '').trim();
    if (whole.length <= charsMax) return whole;
    notices.add('cut', `The field “${field}” was longer than ${charsMax.toLocaleString('en')} characters and was cut.`);
    // A cut may not leave half a character behind.
    return whole.slice(0, charsMax).replace(/[\uD800-\uDBFF]$/, '');
  };
  const cutList = (field: string, texts: readonly string[], max: number, charsMax: number): string[] => {
    const said = texts.map((text) => cut(field, text, charsMax)).filter((text) => text !== '');
    if (said.length > max) notices.add('cut', `The field “${field}” had more than ${max} parts; the first are used.`);
    return said.slice(0, max);
  };
  const own = isObject(data.extensions?.[OWN_EXTENSION]) ? data.extensions[OWN_EXTENSION] : {};
  const { nameCharsMax, greetingCharsMax, instructionCharsMax, exampleCharsMax, tagCharsMax, hookCharsMax } =
    DRAFT_LIMITS;
  const pairs = parseExamples(data.mes_example ?? '', [data.name, data.nickname ?? '']);
  if (pairs.length > DRAFT_LIMITS.examplesMax)
    notices.add('cut', 'The card has more than 100 examples; the first are used.');
  return {
    name: oneLine(cut('name', oneLine(data.name), nameCharsMax)),
    nickname: oneLine(cut('nickname', oneLine(data.nickname ?? ''), nameCharsMax)),
    hook: cut('hook', textOf(own['hook']), hookCharsMax),
    description: cut('creator_notes', notesOf(data), DRAFT_LIMITS.descriptionCharsMax),
    personality: cut('description', joined(data.description, data.personality), DRAFT_LIMITS.personalityCharsMax),
    scenario: cut('scenario', data.scenario, DRAFT_LIMITS.scenarioCharsMax),
    greeting: cut('first_mes', data.first_mes, greetingCharsMax),
    alternativeGreetings: cutList(
      'alternate_greetings',
      data.alternate_greetings ?? [],
      DRAFT_LIMITS.greetingsMax,
      greetingCharsMax,
    ),
    exampleDialogue: pairs.slice(0, DRAFT_LIMITS.examplesMax).map((pair) => ({
      fan: cut('mes_example', pair.fan, exampleCharsMax),
      persona: cut('mes_example', pair.persona, exampleCharsMax),
    })),
    systemPrompt: cut('system_prompt', data.system_prompt, instructionCharsMax),
    postHistoryInstructions: cut('post_history_instructions', data.post_history_instructions, instructionCharsMax),
    tags: [...new Set(cutList('tags', (data.tags ?? []).map(oneLine), DRAFT_LIMITS.tagsMax, tagCharsMax))],
    starters: cutList(
      'starters',
      Array.isArray(own['starters']) ? own['starters'].map(textOf) : [],
      DRAFT_LIMITS.startersMax,
      LIMITS.noteCharsMax,
    ),
  };
}

/** V3: where there are notes in several languages, `creator_notes` is the English one unless those have their own. */
const notesOf = (data: CardData): string => data.creator_notes_multilingual?.['en'] ?? data.creator_notes ?? '';
const joined = (...texts: readonly (string | undefined)[]): string =>
  texts
    .map((text) => (text ?? '').trim())
    .filter((text) => text !== '')
    .join('\n\n');
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
