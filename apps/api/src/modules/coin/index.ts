export type { ChargeSubjectSource, SubjectAudience } from './charge-subjects.ts';
export type { Clawed, ProviderCash } from './claw-back.service.ts';
export { CoinFacade } from './coin.facade.ts';
export { CoinModule } from './coin.module.ts';
export type { PeopleSource, StageSource } from './directory.ts';
export type { Due } from './ledger/clawback-plan.ts';
/** For modules that compose `ledger_charge` in their own statement: its key and its request hash. */
export { ledgerKey, requestHash } from './ledger/keys.ts';
export type { PayoutStanding } from './ledger/payouts.repository.ts';
export type { PayoutMoney } from './post-payouts.service.ts';
export { toBalance } from './read-wallet.service.ts';
export { requireAmount } from './require-amount.ts';
