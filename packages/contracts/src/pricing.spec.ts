import { ECONOMY } from './economy.ts';
import type { PersonaPrice } from './http/creator-persona.ts';
import { personaPrice } from './http/creator-persona.ts';
import { LIMITS } from './limits.ts';
import { estimateEarnings, listedMicrocoins, PRICE_FLOORS } from './pricing.ts';

const TOKENS: PersonaPrice = {
  kind: 'tokens',
  baseMicrocoins: 500_000,
  inputRateMicrocoins: 100_000,
  outputRateMicrocoins: 1_000_001,
};

describe('an estimate of earnings', () => {
  it('is the share of a flat price, in coins and in money', () => {
    const use = { messages: 1_000, promptTokens: 1_500, replyTokens: 200 };
    expect(estimateEarnings({ kind: 'flat', priceMicrocoins: 2_000_000 }, use)).toEqual({
      messageMicrocoins: 2_000_000n,
      paidMicrocoins: 2_000_000_000n,
      earnedMicrocoins: 1_400_000_000n,
      // 1,400 coins at 0.008 USD and 0.62 INR.
      payoutMinor: { USD: 1_120n, INR: 86_800n },
    });
  });

  it('counts tokens, rounds a message up, its share down, and money down', () => {
    const { messageMicrocoins, earnedMicrocoins, payoutMinor } = estimateEarnings(TOKENS, {
      messages: 1,
      promptTokens: 1_500,
      replyTokens: 200,
    });
    // 500,000 + 150,000 + 200,000.2
    expect(messageMicrocoins).toBe(850_001n);
    expect(earnedMicrocoins).toBe(595_000n);
    expect(payoutMinor).toEqual({ USD: 0n, INR: 36n });
  });

  it('stays exact for more than a number can hold', () => {
    const most = { kind: 'flat', priceMicrocoins: ECONOMY.messagePriceMaxMicrocoins } as const;
    const { earnedMicrocoins } = estimateEarnings(most, { messages: 100_000_000_000, promptTokens: 0, replyTokens: 0 });
    expect(earnedMicrocoins).toBe(35_000_000_000_000_000_000n);
  });

  it.each([-1, 0.5, Number.NaN])('of %s messages is none', (messages) => {
    expect(() => estimateEarnings(TOKENS, { messages, promptTokens: 0, replyTokens: 0 })).toThrow(RangeError);
  });
});

describe('the floor of a price', () => {
  it('lets the platform’s share pay for the longest message that the default model can have', () => {
    const costMicrocoins = (LIMITS.contextTokensMax * ECONOMY.modelCostMicrocoinsPer1000Tokens) / 1_000;
    expect((PRICE_FLOORS.flatMicrocoins * 30) / 100).toBeGreaterThanOrEqual(costMicrocoins);
    expect((PRICE_FLOORS.rateMicrocoins * 30) / 100).toBeGreaterThanOrEqual(ECONOMY.modelCostMicrocoinsPer1000Tokens);
    expect(PRICE_FLOORS.flatMicrocoins).toBeLessThanOrEqual(ECONOMY.messagePriceDefaultMicrocoins);
  });
});

describe('a price', () => {
  it('is listed as what a message comes to', () => {
    expect(listedMicrocoins(TOKENS)).toBe(1_500_001);
    expect(personaPrice.safeParse(TOKENS).success).toBe(true);
  });

  it.each([
    ['below half a coin', { kind: 'flat', priceMicrocoins: 499_999 }],
    ['above 500 coins', { kind: 'flat', priceMicrocoins: 500_000_001 }],
    ['of half a microcoin', { kind: 'flat', priceMicrocoins: 2_000_000.5 }],
    ['by tokens for nothing', { ...TOKENS, baseMicrocoins: 0, outputRateMicrocoins: 1 }],
    ['by tokens above the bounds', { ...TOKENS, baseMicrocoins: 500_000_000 }],
    ['of both kinds', { ...TOKENS, priceMicrocoins: 2_000_000 }],
    ['below nothing', { ...TOKENS, inputRateMicrocoins: -1 }],
  ])('%s is refused', (_, price) => {
    expect(personaPrice.safeParse(price).success).toBe(false);
  });
});
