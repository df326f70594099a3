/** What stands between a text and its being sent, said above the composer. */
export type Notice =
  | { kind: 'coins'; priceMicrocoins: number; balanceMicrocoins: number }
  /** Coins for a message or two are left. */
  | { kind: 'low'; priceMicrocoins: number; balanceMicrocoins: number }
  | { kind: 'price'; priceMicrocoins: number; again: PricedAgain | null }
  /** The wallet can't spend; what is owed, or zero when that isn't why. */
  | { kind: 'blocked'; owedMicrocoins: number }
  | { kind: 'limit' }
  | { kind: 'invalid' }
  | { kind: 'signed-out'; conversationId: string };

/** Something that can be asked for again at a new price. */
export interface PricedAgain {
  /** What is priced, as the notice says it. */
  what: 'message' | 'take' | 'more' | 'edit';
  ask: (priceMicrocoins: number) => void;
}
