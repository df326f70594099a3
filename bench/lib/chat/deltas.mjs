/** What every provider of the bench says: twenty pieces of a usual length. */
export const DELTAS = Array.from({ length: 20 }, (_, number) => `piece ${number} of the reply, `);
