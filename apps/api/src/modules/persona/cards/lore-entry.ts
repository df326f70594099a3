import type { CardBook, CardBookEntry } from './character-card.ts';
import { readDecorators } from './decorators.ts';
import { isObject, isSameJson, type Json, type JsonObject } from './json-tree.ts';
import { LOGICS, type LorebookDraft, type LoreEntryDraft, POSITIONS, ROLES } from './lore-draft.ts';

/** Only SillyTavern writes it; it is where an entry stands in its editor. */
const SILLYTAVERN_MARK = 'display_index';

export function bookToDraft(book: CardBook): LorebookDraft {
  return {
    name: book.name ?? '',
    description: book.description ?? '',
    scanDepth: book.scan_depth ?? null,
    tokenBudget: book.token_budget ?? null,
    recursive: book.recursive_scanning ?? null,
    entries: book.entries.map(entryToDraft),
  };
}

/**
 * Standard fields first, SillyTavern's extensions where they say more (names and numbers from SillyTavern, src/endpoints/characters.js,
 * `convertWorldInfoToCharacterBook`), decorators last.
 */
export function entryToDraft(entry: CardBookEntry): LoreEntryDraft {
  const ext = new Extensions(entry.extensions ?? {});
  const { content, decorated } = readDecorators(entry.content ?? '');
  const usesChance = ext.flag('useProbability') ?? true;
  const isSelective = entry.selective ?? (entry.secondary_keys ?? []).length > 0;
  return {
    name: [entry.name, entry.comment].find((text) => typeof text === 'string' && text !== '') ?? '',
    content,
    keys: entry.keys ?? [],
    // SillyTavern says so of every entry and means keys between slashes, which show it themselves.
    useRegex: (entry.use_regex ?? false) && ext.number(SILLYTAVERN_MARK) === undefined,
    caseSensitive: entry.case_sensitive ?? ext.flag('case_sensitive') ?? null,
    matchWholeWords: ext.flag('match_whole_words') ?? null,
    secondaryKeys: isSelective ? (entry.secondary_keys ?? []) : [],
    secondaryLogic: LOGICS[ext.number('selectiveLogic') ?? 0] ?? 'andAny',
    enabled: entry.enabled ?? true,
    constant: entry.constant ?? false,
    order: entry.insertion_order ?? 100,
    priority: entry.priority ?? null,
    position: POSITIONS[ext.number('position') ?? -1] ?? ofCard(entry.position ?? null),
    depth: ext.number('depth') ?? 4,
    role: ROLES[ext.number('role') ?? 0] ?? 'system',
    probabilityPercent: usesChance ? Math.min(100, Math.max(0, ext.number('probability') ?? 100)) : 100,
    group: ext.text('group') ?? '',
    groupWeight: ext.number('group_weight') ?? 100,
    groupOverride: ext.flag('group_override') ?? false,
    scanDepth: ext.number('scan_depth') ?? null,
    excludeRecursion: ext.flag('exclude_recursion') ?? false,
    preventRecursion: ext.flag('prevent_recursion') ?? false,
    delayUntilRecursion: ext.flag('delay_until_recursion') ?? (ext.number('delay_until_recursion') ?? 0) > 0,
    stickyMessages: ext.number('sticky') ?? 0,
    cooldownMessages: ext.number('cooldown') ?? 0,
    delayMessages: ext.number('delay') ?? 0,
    ...decorated,
    extras: entry,
  };
}

const ofCard = (position: string | number | null): LoreEntryDraft['position'] => {
  if (typeof position === 'number') return POSITIONS[position] ?? 'beforeCharacter';
  return position === 'after_char' ? 'afterCharacter' : 'beforeCharacter';
};

/** The card's own book with what has changed since; null when there is nothing to carry. */
export function draftToBook(draft: LorebookDraft, base: CardBook | null): CardBook | null {
  const before = base === null ? null : bookToDraft({ ...base, entries: [] });
  if (base === null && draft.entries.length === 0 && draft.name === '' && draft.description === '') return null;
  const book: CardBook = { ...(base ?? { extensions: {} }), entries: draft.entries.map(draftToEntry) };
  if (draft.name !== (before?.name ?? '')) book.name = draft.name;
  if (draft.description !== (before?.description ?? '')) book.description = draft.description;
  if (draft.scanDepth !== (before?.scanDepth ?? null)) setOrDelete(book, 'scan_depth', draft.scanDepth);
  if (draft.tokenBudget !== (before?.tokenBudget ?? null)) setOrDelete(book, 'token_budget', draft.tokenBudget);
  if (draft.recursive !== (before?.recursive ?? null)) setOrDelete(book, 'recursive_scanning', draft.recursive);
  return book;
}

function setOrDelete(object: JsonObject, key: string, value: Json): void {
  if (value === null) delete object[key];
  else object[key] = value;
}

/** An entry that nobody changed goes out as it came in; a changed or new one says all that it is, over what is unknown here. */
export function draftToEntry({ extras, ...draft }: LoreEntryDraft): CardBookEntry {
  const { extras: _, ...before } = entryToDraft(extras as CardBookEntry);
  if (Object.keys(extras).length > 0 && isSameJson({ ...before }, { ...draft })) return extras as CardBookEntry;
  const entry: CardBookEntry = {
    ...extras,
    name: draft.name,
    comment: draft.name,
    content: draft.content,
    keys: draft.keys,
    use_regex: draft.useRegex,
    selective: draft.secondaryKeys.length > 0,
    secondary_keys: draft.secondaryKeys,
    enabled: draft.enabled,
    constant: draft.constant,
    insertion_order: draft.order,
    position: draft.position === 'beforeCharacter' ? 'before_char' : 'after_char',
    extensions: { ...(isObject(extras['extensions']) ? extras['extensions'] : {}), ...extensionsOf(draft) },
  };
  if (draft.useRegex) delete entry.extensions?.[SILLYTAVERN_MARK];
  setOrDelete(entry, 'case_sensitive', draft.caseSensitive);
  setOrDelete(entry, 'priority', draft.priority);
  return entry;
}

function extensionsOf(draft: Omit<LoreEntryDraft, 'extras'>): JsonObject {
  return {
    position: POSITIONS.indexOf(draft.position),
    depth: draft.depth,
    role: ROLES.indexOf(draft.role),
    selectiveLogic: LOGICS.indexOf(draft.secondaryLogic),
    probability: draft.probabilityPercent,
    useProbability: true,
    group: draft.group,
    group_weight: draft.groupWeight,
    group_override: draft.groupOverride,
    scan_depth: draft.scanDepth,
    case_sensitive: draft.caseSensitive,
    match_whole_words: draft.matchWholeWords,
    exclude_recursion: draft.excludeRecursion,
    prevent_recursion: draft.preventRecursion,
    delay_until_recursion: draft.delayUntilRecursion,
    sticky: draft.stickyMessages,
    cooldown: draft.cooldownMessages,
    delay: draft.delayMessages,
  };
}

/** Reads what is there and of the right type; all else counts as not said. */
class Extensions {
  private readonly of: JsonObject;

  constructor(of: JsonObject) {
    this.of = of;
  }

  number(key: string): number | undefined {
    const value = this.of[key];
    return typeof value === 'number' ? value : undefined;
  }

  flag(key: string): boolean | undefined {
    const value = this.of[key];
    return typeof value === 'boolean' ? value : undefined;
  }

  text(key: string): string | undefined {
    const value = this.of[key];
    return typeof value === 'string' ? value : undefined;
  }
}
