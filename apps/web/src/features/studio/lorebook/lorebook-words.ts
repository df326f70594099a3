import { LORE_POSITIONS } from '@troupe/contracts/http/lorebook-scan';

export type LorePlace = (typeof LORE_POSITIONS)[number];

/** Where an entry stands, as people say it. */
export const PLACE_WORDS: Record<LorePlace, string> = {
  'before-character': 'Before the character',
  'after-character': 'After the character',
  'before-note': 'Before the author’s note',
  'after-note': 'After the author’s note',
  'at-depth': 'Some messages above the end',
  'before-examples': 'Before the examples',
  'after-examples': 'After the examples',
  outlet: 'An outlet (never told here)',
};
export const PLACES = LORE_POSITIONS;

export const LOGIC_WORDS = {
  'and-any': 'Any of them was said too',
  'and-all': 'All of them were said too',
  'not-any': 'None of them was said',
  'not-all': 'Not all of them were said',
} as const;

const PROBLEM_WORDS: Readonly<Record<string, string>> = {
  'pattern-invalid': 'This pattern can’t be looked for. Look-around and back-references aren’t known here.',
  'unknown-decorator': 'This line above the text isn’t known here, and does nothing.',
  'no-place': 'Outlets aren’t known here: this entry is never told.',
  'content-too-long': 'Its text is too long to be told.',
};

export const problemWords = (kind: string): string => PROBLEM_WORDS[kind] ?? 'This key does nothing.';
export const nameOf = ({ name, keys }: { name: string; keys: readonly string[] }): string =>
  name !== '' ? name : (keys[0] ?? 'Without a name');
