/** A card as JSON, of any version. */
export type Card = Record<string, unknown>;
