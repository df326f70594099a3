import { microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';

/**
 * A wallet as its owner sees it. `balanceMicrocoins` is what can be spent now: bought coins and bonus, less what is held.
 * The buckets are posted amounts, so `coins + bonus − held = balance`.
 */
export const balance = z.strictObject({
  balanceMicrocoins: microcoinsNonNegative,
  coinsMicrocoins: microcoinsNonNegative,
  bonusMicrocoins: microcoinsNonNegative,
  heldMicrocoins: microcoinsNonNegative,
  blocked: z.boolean(),
});
export type Balance = z.infer<typeof balance>;
