import type { World } from '@troupe/test-kit/world';

/** A price by tokens for tests: rates are for 1,000 tokens. */
export const TOKEN_PRICE = { baseMicrocoins: 100_000, inputRateMicrocoins: 1_000_000, outputRateMicrocoins: 4_000_000 };

/** What so many tokens cost, in microcoins. */
export const costOfTokens = (prompt: number, completion: number): number =>
  Math.ceil(
    TOKEN_PRICE.baseMicrocoins +
      (TOKEN_PRICE.inputRateMicrocoins * prompt + TOKEN_PRICE.outputRateMicrocoins * completion) / 1_000,
  );

/** Gives a persona that price; by `factor` a higher one. */
export async function pricedByTokens(world: World, personaId: string, factor = 1): Promise<void> {
  await world.query(
    `UPDATE persona SET base_microcoins = $2::bigint, input_rate_microcoins = $3::bigint, output_rate_microcoins = $4::bigint,
                        price_microcoins = $2::bigint + $4::bigint WHERE id = $1`,
    [
      personaId,
      TOKEN_PRICE.baseMicrocoins * factor,
      TOKEN_PRICE.inputRateMicrocoins * factor,
      TOKEN_PRICE.outputRateMicrocoins * factor,
    ],
  );
}
