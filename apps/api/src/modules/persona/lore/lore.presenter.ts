import type { LoreEntryAnswer, LoreLine } from '@troupe/contracts/http/lorebook';
import { readEntry } from '../lorebook/edit-book.ts';
import type { StoredEntry } from '../lorebook/stored-book.ts';

const LINE_KEYS = 6;
const LINE_KEY_CHARS = 60;

export function toLine(stored: StoredEntry): LoreLine {
  const { id, name, comment, keys, isEnabled, isConstant, order, position, content } = readEntry(stored);
  const shown = keys.slice(0, LINE_KEYS).map((key) => [...key].slice(0, LINE_KEY_CHARS).join(''));
  const called = [name, comment].find((text) => text !== '') ?? '';
  const line = { id, name: [...called].slice(0, 200).join(''), keys: shown, keyCount: keys.length };
  return { ...line, isEnabled, isConstant, order, position, contentChars: content.length };
}

export function toEntry(stored: StoredEntry): LoreEntryAnswer {
  const { source: _, ...entry } = readEntry(stored);
  return { ...entry, keys: [...entry.keys], secondaryKeys: [...entry.secondaryKeys], groups: [...entry.groups] };
}
