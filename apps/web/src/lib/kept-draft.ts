/** Changed when what is kept changes its shape: what an older page kept is then not there. */
const VERSION = 1;
/** Far more than any form takes; storage is small, and shared by everything here. */
const KEPT_CHARS_MAX = 65_536;

const keyOf = (place: string) => `draft.${VERSION}:${place}`;

/**
 * What was typed and is nowhere else yet, in this tab's session storage: a reload, a page in between and signing in again find it as it was. Null when
 * there is nothing, and where storage is switched off: then a draft lives as long as its page.
 */
export function readKeptDraft(place: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(place)) ?? 'null');
  } catch {
    // Storage is switched off, or somebody else wrote there: then nothing was kept.
    return null;
  }
}

/** Keeps it, or forgets what was kept with null. What is too long for the storage is not kept, and nothing older stands in for it. */
export function keepDraft(place: string, draft: unknown): void {
  try {
    const text = draft === null ? null : JSON.stringify(draft);
    if (text === null || text.length > KEPT_CHARS_MAX) sessionStorage.removeItem(keyOf(place));
    else sessionStorage.setItem(keyOf(place), text);
  } catch {
    // As above, or it is full.
  }
}

/** Whoever leaves takes along what they had written here. */
export function forgetEverythingKept(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Storage is switched off: nothing was kept.
  }
}
