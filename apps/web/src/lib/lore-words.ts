import type { LoreFindings } from '@troupe/contracts/http/lorebook-scan';

type Refusal = LoreFindings['refused'][number]['because'];
type Why = LoreFindings['active'][number]['why'][number];

const REFUSAL_WORDS: Record<Refusal, string> = {
  disabled: 'It is switched off.',
  empty: 'It has no text.',
  'no-place': 'It stands in an outlet, and nothing here asks for one.',
  'out-of-scan-depth': 'Its key was said too far back.',
  'secondary-keys': 'Its other keys don’t agree.',
  delay: 'The conversation is too young for it.',
  cooldown: 'It is cooling down.',
  'waits-for-recursion': 'It waits until another entry says its key.',
  'excluded-from-recursion': 'Only another entry said its key, and it doesn’t listen to them.',
  group: 'Another one of its group came first.',
  probability: 'It had no luck this time.',
  budget: 'There was no room left.',
  'regex-budget': 'Its pattern takes too long to look for.',
};

/** Why an entry that had a key stays out. */
export const loreRefusalWords = (because: Refusal): string => REFUSAL_WORDS[because];

/** Why an entry is told; `names` are those of the entries that are. `where` says in which message, where messages are numbered for the eye. */
export function loreWhyWords(
  why: Why,
  names: ReadonlyMap<string, string>,
  where = (_messageIndex: number): string => 'was said',
): string {
  switch (why.kind) {
    case 'constant':
      return 'It is always told';
    case 'sticky':
      return 'It stays from before';
    case 'key':
      return `“${why.key}” ${where(why.messageIndex)}`;
    case 'key-in-entry':
      return `“${why.key}” in the entry “${names.get(why.entryId) ?? why.entryId}”`;
  }
}
