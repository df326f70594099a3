import type { Intent } from './demo-voice-intent.ts';

/** Intents whose own lines come before what the words would find: they are about the occasion and not about its words. */
export const OCCASION_FIRST: ReadonlySet<Intent> = new Set([
  'ai',
  'hostile',
  'joke',
  'goodbye',
  'howAreYou',
  'age',
  'who',
  'ask',
  'thanks',
  'grief',
  'decline',
  'present',
  'act',
]);
/** After these nothing is added: no question, no play. */
export const STANDS_ALONE: ReadonlySet<Intent> = new Set(['goodbye', 'hostile', 'grief', 'decline']);
/** Where one more question keeps the talk going. */
export const WANTS_QUESTION: ReadonlySet<Intent> = new Set([
  'ok',
  'yes',
  'no',
  'silence',
  'introduce',
  'thanks',
  'hello',
  'answer',
  'sorry',
]);
/** Where something from before may come up again. */
export const MAY_CALL_BACK: ReadonlySet<Intent> = new Set(['ok', 'yes', 'no', 'silence', 'share', 'more', 'answer']);
/** What still belongs to something grave that was said just before. */
export const STILL_ABOUT_IT: ReadonlySet<Intent> = new Set([
  'ok',
  'yes',
  'no',
  'silence',
  'share',
  'answer',
  'sad',
  'more',
  'why',
  'advice',
  'thanks',
]);
/** For how many messages that is looked for. */
export const CARE_LASTS_MESSAGES = 2;
