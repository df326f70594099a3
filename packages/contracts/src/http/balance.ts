import { microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';

/**
 * A wallet as its owner sees it. `balanceMicrocoins` is what can be spent now: bought coins and bonus, less what is held.
 * The buckets are posted amounts, so `coins + bonus − held = balance`. `owed` is what a payment that was taken back left open: while there is any,
 * nothing can be spent, and the next purchase settles it first.
 */
export const balance = z.strictObject({
  balanceMicrocoins: microcoinsNonNegative,
  coinsMicrocoins: microcoinsNonNegative,
  bonusMicrocoins: microcoinsNonNegative,
  heldMicrocoins: microcoinsNonNegative,
  owedMicrocoins: microcoinsNonNegative,
  blocked: z.boolean(),
});
export type Balance = z.infer<typeof balance>;
