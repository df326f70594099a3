import { LORE_SETTINGS_USUAL } from '../../../apps/api/src/modules/persona/lorebook/card-book.ts';
import { entryFromCard } from '../../../apps/api/src/modules/persona/lorebook/card-entry.ts';

export const ENTRIES = 10_000;
export const CHAT_CHARS = 20_000;
const MESSAGES = 20;
/** One word in so many of the chat is a key. */
const KEY_EVERY = 40;

/** Three keys an entry: two names and a phrase. */
export function makeBook({
  patterns = 0,
  isDense = false,
  isRecursive = false,
  isCaseSensitive = false,
  matchesWholeWords = false,
}) {
  const random = randomOf(7);
  const syllablesMin = isDense ? 2 : 4;
  const entries = Array.from({ length: ENTRIES }, (_, index) => {
    const name = wordOf(random, syllablesMin);
    const keys = [name, `${wordOf(random)}’s ${wordOf(random)}`, wordOf(random, syllablesMin)];
    if (index < patterns) keys[2] = `/\\b(?:${name}|he|she) (?:goes|went|walks) to (?:the )?${wordOf(random)}/i`;
    const content = `${name} is known for ${wordOf(random)} and ${wordOf(random)} in the old town.`;
    return entryFromCard({ keys, content, insertion_order: index % 100, extensions: {} }, `e${index}`);
  });
  const settings = {
    ...LORE_SETTINGS_USUAL,
    scanDepthMessages: MESSAGES,
    isRecursive,
    isCaseSensitive,
    matchesWholeWords,
  };
  return { entries, settings };
}

export function makeChat(book) {
  const random = randomOf(11);
  return Array.from({ length: MESSAGES }, (_, index) => {
    let text = '';
    while (text.length < CHAT_CHARS / MESSAGES) {
      const isKey = Math.floor(random() * KEY_EVERY) === 0;
      const entry = book.entries[Math.floor(random() * book.entries.length)];
      text += `${isKey ? entry.keys[0] : wordOf(random)} `;
    }
    return { id: `m${index}`, text: text.slice(0, CHAT_CHARS / MESSAGES) };
  });
}

/** Each entry with a pattern that no automaton of reasonable size can follow, and that has no letters to look for first. */
export function hostilePatterns() {
  const entries = Array.from({ length: ENTRIES }, (_, index) => {
    const letter = String.fromCharCode(105 + (index % 10));
    const key = `/[a-h${letter}](?:[a-s]{1,3}[^u-w]){${4 + (index % 30)}}[u-z]{2}${'.?'.repeat(index % 9)}/`;
    return entryFromCard({ keys: [key], content: 'x', extensions: { scan_depth: 20 } }, `e${index}`);
  });
  return { entries, settings: LORE_SETTINGS_USUAL };
}

/** Letters that lead every one of those patterns on, and end none. */
export function hostileText() {
  const random = randomOf(3);
  return Array.from({ length: CHAT_CHARS }, () => String.fromCharCode(97 + Math.floor(random() * 20))).join('');
}

function wordOf(random, syllablesMin = 2) {
  const syllables = [
    'ka',
    'lor',
    'mi',
    'ren',
    'sha',
    'to',
    'vel',
    'wyn',
    'dar',
    'esh',
    'ful',
    'gor',
    'hin',
    'jo',
    'pa',
  ];
  const length = syllablesMin + Math.floor(random() * 3);
  const word = Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join('');
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Numerical Recipes’ linear congruence: the same book and chat in every run. */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
