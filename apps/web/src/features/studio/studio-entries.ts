export interface StudioEntry {
  href: string;
  label: string;
  /** Which addresses light it up; its own and those below it when left out. */
  matches?: RegExp;
}

/** The rooms of the studio, in the order of its navigation. A new one is one line. */
export const STUDIO_ENTRIES: readonly StudioEntry[] = [
  { href: '/studio', label: 'Earnings', matches: /^\/studio$/ },
  { href: '/studio/personas', label: 'Personas' },
  { href: '/studio/fans', label: 'Fans' },
  { href: '/studio/profile', label: 'Profile' },
  { href: '/studio/payouts', label: 'Payouts' },
];

/** What there is of one persona, below `/studio/personas/<id>`. A new one is one line. */
export const PERSONA_ENTRIES: readonly { path: string; label: string }[] = [
  { path: '', label: 'Edit' },
  { path: '/lorebook', label: 'Lorebook' },
  { path: '/training', label: 'Training data' },
  { path: '/history', label: 'Versions' },
];

/** Where one thing is asked after the other, and nothing leads away. */
export const FOCUSED = /^\/studio\/(?:start(?:\/|$)|personas\/(?:new$|[^/]+\/setup$))/;
