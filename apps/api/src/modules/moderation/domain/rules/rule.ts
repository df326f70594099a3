import type { Care } from '@troupe/contracts/http/moderation';

/** One line of the table of what is checked. Only data: whoever changes a rule changes no code. */
export interface Rule {
  /** Named in logs and metrics, never to the person whose text it was. */
  id: string;
  /** Why this rule is there, and what it leaves alone. */
  why: string;
  effect: { kind: 'block' } | { kind: 'care'; care: Care };
  /** Where it holds: what a fan writes, what a persona says, or both. */
  input: 'always' | 'for-minors' | 'never';
  output: 'always' | 'unless-mature' | 'never';
  /** In the notation of `Phrases`; one is enough. */
  phrases: readonly string[];
  /** If given, one of these must stand within so many words of one of `phrases`. */
  near?: { withinWords: number; phrases: readonly string[] };
  /** If one of these is anywhere in the text, the rule does not hold: the words mean something else then. */
  unless?: readonly string[];
}
