import { currencyFor, pricePerCoin } from './currency';
import type { Offer } from './offer';
import { currenciesOf, firstPurchaseBonus, firstPurchaseWords, providersFor } from './offer';
import { readCode } from './promotion-draft';

const PROVIDERS: Offer['providers'] = [
  { name: 'stripe', currencies: ['USD', 'INR'] },
  { name: 'razorpay', currencies: ['INR'] },
];

describe('what is offered', () => {
  it('begins with rupees for an Indian language or an Indian clock, and with dollars elsewhere', () => {
    expect(currencyFor('en-IN', 'Europe/London')).toBe('INR');
    expect(currencyFor('en-US', 'Asia/Calcutta')).toBe('INR');
    expect(currencyFor('hi', 'Asia/Dubai')).toBe('USD');
  });

  it('names only those who take the currency', () => {
    expect(providersFor(PROVIDERS, 'USD')).toEqual(['stripe']);
    expect(providersFor(PROVIDERS, 'INR')).toEqual(['stripe', 'razorpay']);
    expect(currenciesOf(PROVIDERS.slice(1))).toEqual(['INR']);
  });

  it('adds the first purchase’s bonus rounded down, and says it in words', () => {
    const promotion = { name: 'First night', bonusPercent: 20, bonusMicrocoins: 0 };
    expect(firstPurchaseBonus(promotion, 7)).toBe(1);
    expect(firstPurchaseBonus(null, 7)).toBe(0);
    expect(firstPurchaseWords(promotion)).toBe('+ 20 % on your first purchase');
    const both = { ...promotion, bonusMicrocoins: 1_000_000 };
    expect(firstPurchaseWords(both)).toBe('+ 20 % and + 1 coin on your first purchase');
    expect(firstPurchaseWords({ ...promotion, bonusPercent: 0 })).toBeNull();
  });

  it('counts bonus coins in the price of one', () => {
    expect(pricePerCoin(110_000_000, { currency: 'USD', amountMinor: 99 })).toBe('0.90¢');
    expect(pricePerCoin(100_000_000, { currency: 'INR', amountMinor: 7_900 })).toBe('₹0.79');
  });

  it('reads a code as people type it, and refuses what no code looks like', () => {
    expect(readCode(' enc ore ')).toEqual({ code: 'ENCORE' });
    expect(readCode('   ')).toEqual({ code: null });
    expect(readCode('a-b!')).toHaveProperty('problem');
    expect(readCode('ab')).toHaveProperty('problem');
  });
});
