import type { LoreEntryAnswer, LoreEntryChanges } from '@troupe/contracts/http/lorebook';

/** An entry in a form: lists are texts, a line each. */
export type EntryDraft = Omit<LoreEntryAnswer, 'id' | 'keys' | 'secondaryKeys' | 'groups'> & {
  keys: string;
  secondaryKeys: string;
  groups: string;
};

export const NEW_ENTRY: EntryDraft = {
  ...{ name: '', comment: '', isEnabled: true, keys: '', secondaryKeys: '', isSelective: false },
  ...{ secondaryLogic: 'and-any', areKeysRegex: false, isCaseSensitive: null, matchesWholeWords: null },
  ...{ isConstant: false, content: '', order: 100, priority: null, claimsFirst: false, position: 'after-character' },
  ...{ depth: 4, role: 'system', scanDepthMessages: null, probabilityPercent: 100, groups: '', groupWeight: 100 },
  ...{ winsGroup: false, usesGroupScoring: null, isExcludedFromRecursion: false, preventsRecursion: false },
  ...{ recursionDelayLevel: 0, stickyMessages: 0, cooldownMessages: 0, delayMessages: 0 },
};

export function toDraft({ id: _, keys, secondaryKeys, groups, ...entry }: LoreEntryAnswer): EntryDraft {
  return { ...entry, keys: keys.join('\n'), secondaryKeys: secondaryKeys.join('\n'), groups: groups.join(', ') };
}

/** What differs, as the API takes it. Nothing for a draft that says the same as before. */
export function changesOf(before: EntryDraft, after: EntryDraft): LoreEntryChanges {
  const [old, now] = [toWire(before), toWire(after)];
  return Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field as keyof typeof old]),
    ),
  ) as LoreEntryChanges;
}

function toWire({ keys, secondaryKeys, groups, ...draft }: EntryDraft) {
  const others = lines(secondaryKeys);
  return {
    ...draft,
    name: draft.name.trim(),
    comment: draft.comment.trim(),
    content: draft.content.trim(),
    keys: lines(keys),
    secondaryKeys: others,
    groups: groups.split(',').flatMap((group) => group.trim() || []),
  };
}

/** Keys may have commas in them, patterns above all: the field has parted what was typed. */
const lines = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);
