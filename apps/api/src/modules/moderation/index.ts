/**
 * Pure. `careOf`: what a fan's text asks of whoever shows it, the same on every device and every time.
 * `isHarmless`: no rule could hold against these words of a persona, whoever it is.
 */
export { careOf, isHarmless } from './domain/check-text.ts';
export type { GrowingCheck } from './domain/growing-check.ts';
/** For whoever turns a blocked `Check` into an answer. */
export { contentBlocked } from './moderation.errors.ts';
export { ModerationFacade } from './moderation.facade.ts';
export { ModerationModule } from './moderation.module.ts';
