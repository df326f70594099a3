import { cardOfBook, type StoredBook } from '../lorebook/stored-book.ts';
import type { CardPersona } from './card-persona.ts';
import type { CardBook, CardData, CharacterCard } from './character-card.ts';
import { formatExamples } from './example-dialogue.ts';
import { isObject, isSameJson, type Json, type JsonObject } from './json-tree.ts';
import { OWN_EXTENSION, personaOf } from './persona-draft.ts';

/**
 * The card of a persona. It is the card that the persona came from, with what has changed since: a field that still says what the card said
 * then goes out as it came in, to the letter. Takes the fields that it names and no others, so nothing private can come along.
 * `cardExtras` is what {@link cardToPersonaDraft} gave, or null for a persona that was made here.
 */
export function personaToCard(
  persona: CardPersona,
  lorebook: StoredBook | null,
  cardExtras: JsonObject | null,
): CharacterCard {
  const base = baseOf(cardExtras);
  const data: CardData = { ...base.data };
  const was = personaOf(base.data);
  for (const field of Object.keys(WRITERS) as (keyof CardPersona)[]) {
    if (!isSameJson(persona[field] as Json, was[field] as Json)) WRITERS[field](data, persona);
  }
  // Without a lorebook, a null that came in goes out again.
  if (lorebook !== null) data.character_book = cardOfBook(lorebook) as CardBook;
  return withMirrors({ ...base, data }, base.data);
}

function baseOf(cardExtras: JsonObject | null): CharacterCard {
  if (cardExtras !== null && isObject(cardExtras['data'])) return cardExtras as CharacterCard;
  return { spec: 'chara_card_v3', spec_version: '3.0', data: emptyData() };
}

/** All that V3 requires. */
function emptyData(): CardData {
  const texts = {
    ...{ description: '', personality: '', scenario: '', first_mes: '', mes_example: '', creator_notes: '' },
    ...{ system_prompt: '', post_history_instructions: '', creator: '', character_version: '' },
  };
  return { name: '', ...texts, alternate_greetings: [], group_only_greetings: [], tags: [], extensions: {} };
}

type Writer = (data: CardData, persona: CardPersona) => void;

const WRITERS: Readonly<Record<keyof CardPersona, Writer>> = {
  name: (data, { name }) => {
    data.name = name;
  },
  nickname: (data, { nickname }) => {
    if (nickname === '') delete data.nickname;
    else data.nickname = nickname;
  },
  hook: (data, { hook }) => writeOwn(data, 'hook', hook),
  starters: (data, { starters }) => writeOwn(data, 'starters', starters),
  description: (data, { description }) => {
    data.creator_notes = description;
    if (data.creator_notes_multilingual?.['en'] !== undefined) {
      data.creator_notes_multilingual = { ...data.creator_notes_multilingual, en: description };
    }
  },
  // Where one ended and the other began is not known any more.
  personality: (data, { personality }) => {
    data.description = personality;
    data.personality = '';
  },
  scenario: (data, { scenario }) => {
    data.scenario = scenario;
  },
  greeting: (data, { greeting }) => {
    data.first_mes = greeting;
  },
  alternativeGreetings: (data, { alternativeGreetings }) => {
    data.alternate_greetings = [...alternativeGreetings];
  },
  exampleDialogue: (data, { exampleDialogue }) => {
    data.mes_example = formatExamples(exampleDialogue);
  },
  systemPrompt: (data, { systemPrompt }) => {
    data.system_prompt = systemPrompt;
  },
  postHistory: (data, { postHistory }) => {
    data.post_history_instructions = postHistory;
  },
  tags: (data, { tags }) => {
    data.tags = [...tags];
  },
};

function writeOwn(data: CardData, key: string, value: Json): void {
  const own = isObject(data.extensions?.[OWN_EXTENSION]) ? data.extensions[OWN_EXTENSION] : {};
  data.extensions = { ...data.extensions, [OWN_EXTENSION]: { ...own, [key]: value } };
}

/** SillyTavern writes V1's fields beside `data` too; V1 programs read them. */
const MIRRORS: Readonly<Record<string, keyof CardData>> = {
  ...{ name: 'name', description: 'description', personality: 'personality', scenario: 'scenario' },
  ...{ first_mes: 'first_mes', mes_example: 'mes_example', creatorcomment: 'creator_notes', tags: 'tags' },
};

/** A copy that would say what the card said before an edit is brought up to date; where nothing changed it stays as it was. */
function withMirrors(card: CharacterCard, before: CardData): CharacterCard {
  const stale = Object.entries(MIRRORS).filter(
    ([mirror, field]) => mirror in card && !isSameJson(card.data[field] ?? null, before[field] ?? null),
  );
  return Object.assign(card, Object.fromEntries(stale.map(([mirror, field]) => [mirror, card.data[field] ?? null])));
}
