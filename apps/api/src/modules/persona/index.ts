/** Where the chat registers what discovery wants to know of conversations. */
export { PaidTalk, type PaidTalkSource, type RepliesStep } from './discovery/paid-talk.ts';
export { FansFacade } from './fans/fans.facade.ts';
export type { ChatPersona } from './known-personas.service.ts';
export { PersonaFacade } from './persona.facade.ts';
export { PersonaModule } from './persona.module.ts';
/** The age gate: `requireAdult` throws `age_confirmation_required`; for a visitor and for a minor, `not_found`. */
export { ageConfirmationRequired, requireAdult } from './persona.policy.ts';
export { StudioFacade } from './studio/studio.facade.ts';
export type { Passage } from './training/recall.service.ts';
export { TrainingFacade } from './training/training.facade.ts';
