import type { CARD_FAULTS } from '@troupe/contracts/http/cards';

/** A card as JSON, of any version. */
export type Card = Record<string, unknown>;

/** What it is called, as what it is refused, and how it is made. */
export type RefusedFile = readonly [name: string, fault: (typeof CARD_FAULTS)[number], make: () => Buffer];
