/** Rates per 1,000 tokens, in microcoins. */
export interface TokenPrice {
  baseMicrocoins: bigint;
  inputRateMicrocoins: bigint;
  outputRateMicrocoins: bigint;
}

/**
 * What so many tokens cost, in microcoins: rounded up once, on the total. `chat_settle` computes the same from what is stored.
 * The most that a reply can come to counts its whole prompt and every token that it may have.
 */
export function costOf(price: TokenPrice, promptTokens: number, completionTokens: number): bigint {
  const thousandths =
    price.baseMicrocoins * 1_000n +
    price.inputRateMicrocoins * BigInt(promptTokens) +
    price.outputRateMicrocoins * BigInt(completionTokens);
  return (thousandths + 999n) / 1_000n;
}
