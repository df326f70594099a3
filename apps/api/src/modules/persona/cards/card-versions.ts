import { CardFault, type CardNotices } from './card-fault.ts';
import type { CardBook, CardData, CharacterCard, CharacterCardV2 } from './character-card.ts';
import { isObject, type Json, type JsonObject } from './json-tree.ts';
import { shapeData } from './shape-card.ts';

export type CardVersion = 'v1' | 'v2' | 'v3';

/** Any of the three as V3. Throws `not-a-card`, `unsupported-spec`, `too-many`. */
export function cardFromJson(tree: Json, notices: CardNotices): { card: CharacterCard; writtenAs: CardVersion } {
  if (!isObject(tree)) throw new CardFault('not-a-card', 'The file holds no character.');
  const { spec, data } = tree;
  if (isObject(data) && (spec === undefined || spec === null || spec === 'chara_card_v2')) {
    shapeData(data, notices);
    return { card: fromV2({ ...tree, data }), writtenAs: 'v2' };
  }
  if (spec === 'chara_card_v3' && isObject(data)) return { card: readV3(tree, data, notices), writtenAs: 'v3' };
  if (typeof spec === 'string' && isObject(data) && !isLorebook(tree)) {
    throw new CardFault('unsupported-spec', 'The card follows a specification that is not known here.');
  }
  if (isLorebook(tree)) {
    throw new CardFault('not-a-card', 'The file is a lorebook and no character: import it as a lorebook.');
  }
  return { card: fromV1(tree, notices), writtenAs: 'v1' };
}

function readV3(tree: JsonObject, data: JsonObject, notices: CardNotices): CharacterCard {
  shapeData(data, notices);
  const version = typeof tree['spec_version'] === 'string' ? tree['spec_version'] : '3.0';
  // The specification compares versions as numbers.
  if (Number.parseFloat(version) > 3) {
    notices.add(
      'newer-spec',
      'The card was written for a later specification; what is new in it is kept and not used.',
    );
  }
  return { ...tree, spec: 'chara_card_v3', spec_version: version, data };
}

const isLorebook = (tree: JsonObject): boolean =>
  tree['spec'] === 'lorebook_v3' || (tree['entries'] !== undefined && tree['first_mes'] === undefined);

/** V2 as V3: the same places, and what V3 requires besides. */
export function fromV2(card: JsonObject & { data: CardData }): CharacterCard {
  const { character_book: book } = card.data;
  const data: CardData = { ...card.data, group_only_greetings: card.data.group_only_greetings ?? [] };
  if (isObject(book))
    data.character_book = withEntries(book, (entry) => ({ ...entry, use_regex: entry.use_regex ?? false }));
  return { ...card, spec: 'chara_card_v3', spec_version: '3.0', data };
}

/**
 * V3 as V2. What only V3 knows stays where it is, as SillyTavern writes it too: V2 programs keep what they don't know. Only V3's own
 * defaults go, which {@link fromV2} had to add.
 */
export function toV2(card: CharacterCard): CharacterCardV2 {
  const { group_only_greetings: groupGreetings, ...rest } = card.data;
  const data: CardData = { ...rest };
  if (groupGreetings !== undefined && groupGreetings.length > 0) data.group_only_greetings = groupGreetings;
  if (isObject(data.character_book)) {
    data.character_book = withEntries(data.character_book, ({ use_regex: usesRegex, ...entry }) =>
      usesRegex === true ? { ...entry, use_regex: true } : entry,
    );
  }
  return { ...card, spec: 'chara_card_v2', spec_version: '2.0', data };
}

function withEntries(
  book: CardBook,
  change: (entry: CardBook['entries'][number]) => CardBook['entries'][number],
): CardBook {
  return { ...book, entries: book.entries.map(change) };
}

/**
 * Flat cards: V1 as specified, with what SillyTavern added beside it, and the names that Pygmalion's and text-generation-webui's editors used
 * (agnaistic/agnai, web/pages/Character/port.ts, reads the same).
 */
const V1_NAMES: Readonly<Record<string, readonly string[]>> = {
  name: ['name', 'char_name'],
  description: ['description', 'char_persona'],
  personality: ['personality'],
  scenario: ['scenario', 'world_scenario'],
  first_mes: ['first_mes', 'char_greeting'],
  mes_example: ['mes_example', 'example_dialogue'],
  creator_notes: ['creator_notes', 'creatorcomment'],
};
/** Written flat by editors between V1 and V2. */
const FLAT_NAMES = [
  ...['system_prompt', 'post_history_instructions', 'alternate_greetings', 'tags', 'creator', 'character_version'],
  ...['extensions', 'character_book', 'nickname'],
];

function fromV1(tree: JsonObject, notices: CardNotices): CharacterCard {
  const rest: JsonObject = { ...tree };
  const data: JsonObject = { extensions: {}, group_only_greetings: [] };
  for (const [field, names] of Object.entries(V1_NAMES)) {
    // The first name that says something; the other spelling stays where it stood.
    const name =
      names.find((key) => typeof rest[key] === 'string' && rest[key] !== '') ?? names.find((key) => key in rest);
    data[field] = name === undefined ? '' : (rest[name] ?? '');
    if (name !== undefined) delete rest[name];
  }
  for (const field of FLAT_NAMES) {
    const value = rest[field];
    if (value === undefined) continue;
    data[field] = value;
    delete rest[field];
  }
  const says = ['description', 'personality', 'scenario', 'first_mes', 'mes_example'];
  if (
    typeof data['name'] !== 'string' ||
    data['name'] === '' ||
    says.every((field) => typeof data[field] !== 'string' || data[field] === '')
  ) {
    throw new CardFault('not-a-card', 'The file holds no character.');
  }
  shapeData(data, notices);
  return { ...fromV2({ ...rest, data }) };
}
