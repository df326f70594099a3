import { isPriceSound } from './pack-price.ts';

const coins = (count: number): bigint => BigInt(count) * 1_000_000n;

describe('the price of a pack', () => {
  it.each([
    [100, 99, 7_900],
    [500, 499, 39_900],
    [1_000, 899, 69_900],
  ])('of %i coins for %i cents or %i paise pays what creators can be paid of them', (count, cents, paise) => {
    expect(isPriceSound(coins(count), cents, 'USD')).toBe(true);
    expect(isPriceSound(coins(count), paise, 'INR')).toBe(true);
  });

  it('is too low where a tip to a friend would be worth more than its coins cost', () => {
    // 70 % of 0.8 cents a coin is 0.56; of a price of 0.66 a provider may leave 0.561.
    expect(isPriceSound(coins(1_000), 659, 'USD')).toBe(true);
    expect(isPriceSound(coins(1_000), 658, 'USD')).toBe(false);
    expect(isPriceSound(coins(1_000), 51_059, 'INR')).toBe(true);
    expect(isPriceSound(coins(1_000), 51_058, 'INR')).toBe(false);
  });
});
