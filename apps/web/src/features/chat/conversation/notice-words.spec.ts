import { formatPrice } from '../../../lib/format';
import { lowTitle, pricedTitle, shortTitle } from './notice-words';

const MEANS = { priceMicrocoins: 2_000_000, balanceMicrocoins: 5_000_000 };

describe('what stands above the composer', () => {
  it('names one price as it is, and one by tokens as the most it can be', () => {
    expect(shortTitle('Osk', MEANS, false)).toBe('A message to Osk is 2 coins; you have 5.');
    expect(shortTitle('Osk', MEANS, true)).toBe('A message to Osk is up to 2 coins; you have 5.');
    expect(formatPrice(1_000_000, true)).toBe('up to 1 coin');
  });

  it('says how far the rest goes', () => {
    expect(lowTitle('Osk', MEANS, false)).toBe('5 coins left: 2 more messages to Osk');
    expect(lowTitle('Osk', { ...MEANS, balanceMicrocoins: 2_500_000 }, true)).toBe(
      '2.5 coins left: at least one more message to Osk',
    );
    expect(lowTitle('Osk', { ...MEANS, priceMicrocoins: 0 }, false)).toBe('5 coins left');
  });

  it('speaks of free takes only where there are any', () => {
    expect(pricedTitle('take', 'Osk', '2 coins', false)).toMatch(/^No free take is left/);
    expect(pricedTitle('take', 'Osk', 'up to 2 coins', true)).toBe('Another take now costs up to 2 coins.');
  });
});
