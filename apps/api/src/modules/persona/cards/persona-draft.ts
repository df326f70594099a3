import { LIMITS } from '@troupe/contracts/limits';
import { bookOfCard, type StoredBook } from '../lorebook/stored-book.ts';
import { CardNotices } from './card-fault.ts';
import type { CardPersona } from './card-persona.ts';
import type { CardData, CharacterCard } from './character-card.ts';
import { parseExamples } from './example-dialogue.ts';
import { fitPersona } from './fit-persona.ts';
import { isObject, type JsonObject } from './json-tree.ts';

/** What only we know of a persona, in the card's extensions. */
export const OWN_EXTENSION = 'troupe';

/** A name that has nothing to see in it is no name; whoever imports it gives it another. */
const NAMELESS = 'Nameless';
/** As `displayName` of the contracts refuses them. */
const UNNAMEABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;
const INVISIBLE = /[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const NO_TAG = /[^\p{L}\p{M}\p{N}]+/gu;

export interface PersonaDraft {
  persona: CardPersona;
  lorebook: StoredBook | null;
  /** The card itself without its book, to be kept with the persona. */
  cardExtras: JsonObject;
}

/** A persona out of a card, and all that it takes to give the card back as it was. */
export function cardToPersonaDraft(card: CharacterCard, notices = new CardNotices()): PersonaDraft {
  const { character_book: book, ...data } = card.data;
  const persona = personaOf(card.data, notices);
  if (!isObject(book)) return { persona, lorebook: null, cardExtras: card };
  return { persona, lorebook: bookOfCard(book), cardExtras: { ...card, data } };
}

/** What a card says in place of what there is: cards from elsewhere don't speak of what only we know, so that stays. */
export function personaOver(
  before: Pick<CardPersona, 'hook' | 'starters'>,
  { persona, cardExtras }: PersonaDraft,
): CardPersona {
  const own = ownOf(isObject(cardExtras['data']) ? cardExtras['data'] : {});
  return {
    ...persona,
    ...(typeof own['hook'] !== 'string' && { hook: before.hook }),
    ...(!Array.isArray(own['starters']) && { starters: before.starters }),
  };
}

/** The persona that a card's fields say, as a persona may say it: longer texts are cut, and all together fit into one. */
export function personaOf(data: CardData, notices = new CardNotices()): CardPersona {
  const cut = (field: string, text: string | null | undefined, charsMax: number): string => {
    const whole = (text ?? '').trim();
    if (whole.length <= charsMax) return whole;
    notices.add('cut', `The field “${field}” was longer than ${charsMax.toLocaleString('en')} characters and was cut.`);
    // A cut may not leave half a character behind.
    return whole
      .slice(0, charsMax)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim();
  };
  const cutList = (field: string, texts: readonly string[], max: number, charsMax: number): string[] => {
    const said = texts.map((text) => cut(field, text, charsMax)).filter((text) => text !== '');
    if (said.length > max) notices.add('cut', `The field “${field}” had more than ${max} parts; the first are used.`);
    return said.slice(0, max);
  };
  const own = ownOf(data);
  const pairs = parseExamples(data.mes_example ?? '', [data.name, data.nickname ?? '']);
  if (pairs.length > LIMITS.exampleDialogueMax)
    notices.add('cut', 'The card has more than 100 examples; the first are used.');
  const starters = Array.isArray(own['starters']) ? own['starters'].map(textOf) : [];
  const persona: CardPersona = {
    name: nameOf(cut('name', oneLine(data.name), LIMITS.nameCharsMax)),
    hook: cut('hook', textOf(own['hook']), LIMITS.hookCharsMax),
    description: cut('creator_notes', notesOf(data), LIMITS.personaDescriptionCharsMax),
    personality: cut('description', joined(data.description, data.personality), LIMITS.personalityCharsMax),
    scenario: cut('scenario', data.scenario, LIMITS.scenarioCharsMax),
    greeting: cut('first_mes', data.first_mes, LIMITS.greetingCharsMax),
    alternativeGreetings: cutList(
      'alternate_greetings',
      data.alternate_greetings ?? [],
      LIMITS.alternativeGreetingsMax,
      LIMITS.greetingCharsMax,
    ),
    exampleDialogue: pairs.slice(0, LIMITS.exampleDialogueMax).map((pair) => ({
      fan: cut('mes_example', pair.fan, LIMITS.exampleLineCharsMax),
      persona: cut('mes_example', pair.persona, LIMITS.exampleLineCharsMax),
    })),
    systemPrompt: cut('system_prompt', data.system_prompt, LIMITS.systemPromptCharsMax),
    postHistory: cut('post_history_instructions', data.post_history_instructions, LIMITS.postHistoryCharsMax),
    tags: [...new Set(cutList('tags', (data.tags ?? []).map(tagOf), LIMITS.tagsMax, LIMITS.tagCharsMax))],
    nickname: nicknameOf(cut('nickname', oneLine(data.nickname ?? ''), LIMITS.nameCharsMax)),
    starters: cutList('starters', starters, LIMITS.startersMax, LIMITS.starterCharsMax),
  };
  return fitPersona(persona, notices);
}

/** V3: where there are notes in several languages, `creator_notes` is the English one unless those have their own. */
const notesOf = (data: CardData): string => data.creator_notes_multilingual?.['en'] ?? data.creator_notes ?? '';
const joined = (...texts: readonly (string | undefined)[]): string =>
  texts
    .map((text) => (text ?? '').trim())
    .filter((text) => text !== '')
    .join('\n\n');
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').replace(UNNAMEABLE, '').trim();
const nameOf = (text: string): string => (text.replace(INVISIBLE, '') === '' ? NAMELESS : text);
/** One that has nothing to see in it calls nobody anything. */
const nicknameOf = (text: string): string => (text.replace(INVISIBLE, '') === '' ? '' : text);
/** As ours are: small letters, single spaces. One that is no word becomes nothing. */
const tagOf = (text: string): string => {
  const words = text.toLowerCase().replace(NO_TAG, ' ').trim();
  return /^[\p{L}\p{N}]/u.test(words) ? words.slice(0, LIMITS.tagCharsMax) : '';
};
function ownOf({ extensions }: Pick<Partial<CardData>, 'extensions'>): JsonObject {
  const own = isObject(extensions) ? extensions[OWN_EXTENSION] : undefined;
  return isObject(own) ? own : {};
}
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
