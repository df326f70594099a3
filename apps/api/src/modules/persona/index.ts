export { CardsFacade } from './card-exchange/cards.facade.ts';
/** Where the chat registers what discovery wants to know of conversations. */
export { PaidTalk, type PaidTalkSource, type RepliesStep } from './discovery/paid-talk.ts';
export { FansFacade } from './fans/fans.facade.ts';
export type { ChatPersona, SpeakingPersona } from './known-personas.service.ts';
export { LorebookFacade } from './lore/lorebook.facade.ts';
export type { CompiledLorebook } from './lorebook/compile-lorebook.ts';
/** Replies of a conversation whose sticky times and cooldowns are remembered. */
export { LORE_REPLIES_MAX } from './lorebook/lore-limits.ts';
export { type PlacedLore, placeEntries } from './lorebook/place-entries.ts';
/** Pure: which entries of a lorebook a conversation triggers, and why. */
export { scanLorebook } from './lorebook/scan-lorebook.ts';
export type { LoreScan } from './lorebook/types.ts';
export { PersonaFacade } from './persona.facade.ts';
export { PersonaModule } from './persona.module.ts';
/** The age gate: `requireAdult` throws `age_confirmation_required`; for a visitor and for a minor, `not_found`. */
export { ageConfirmationRequired, requireAdult } from './persona.policy.ts';
export { StudioFacade } from './studio/studio.facade.ts';
export type { Passage } from './training/recall.service.ts';
export { TrainingFacade } from './training/training.facade.ts';
