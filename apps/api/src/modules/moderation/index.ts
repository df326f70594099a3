/** What a fan's text asks of whoever shows it. Pure: the same on every device and every time. */
export { careOf } from './domain/check-text.ts';
/** For whoever turns a blocked `Check` into an answer. */
export { contentBlocked } from './moderation.errors.ts';
export { ModerationFacade } from './moderation.facade.ts';
export { ModerationModule } from './moderation.module.ts';
