import { payoutWords } from './payout-words';
import { readAmount, worthMinor } from './worth';

const TERMS = { rateMicrosPerCoin: 8_000, feeMinor: 25, minimumMinor: 2_000, currency: 'USD' } as const;
const coins = (count: number) => count * 1_000_000;

describe('what a payout brings', () => {
  it('is rounded down to whole cents, exactly, whatever the size', () => {
    expect(worthMinor(coins(2_501.249999), TERMS)).toBe(2_000);
    expect(worthMinor(coins(2_501.25), TERMS)).toBe(2_001);
    expect(worthMinor(coins(1_000_000), { rateMicrosPerCoin: 620_000 })).toBe(62_000_000);
  });

  it('is told after the fee', () => {
    expect(readAmount('2,956.25', coins(3_000), TERMS)).toEqual({
      amountMicrocoins: coins(2_956.25),
      paysMinor: 2_340,
    });
  });

  it('is refused below the minimum, above what there is, and without a number', () => {
    expect(readAmount('2499', coins(9_000), TERMS)).toEqual({
      problem: 'The smallest payout is $20.00; this is $19.99.',
    });
    expect(readAmount('9001', coins(9_000), TERMS)).toHaveProperty('problem', 'That is more than can be paid out now.');
    expect(readAmount('some', coins(9_000), TERMS)).toHaveProperty('problem');
  });
});

describe('where a payout stands', () => {
  const payout = { status: 'requested', inReview: false, failureCode: null, rejectionReason: null } as const;

  it.each([
    [{}, 'Requested'],
    [{ inReview: true }, 'In review'],
    [{ status: 'in_flight' }, 'On its way'],
    [{ status: 'paid' }, 'Paid'],
    [{ status: 'returned', failureCode: 'account_closed' }, 'Returned'],
    [{ status: 'cancelled' }, 'Cancelled'],
    [{ status: 'rejected', rejectionReason: 'The name is another one.' }, 'Turned down'],
  ] as const)('%o is "%s"', (change, label) => {
    expect(payoutWords({ ...payout, ...change }).label).toBe(label);
  });

  it('says why it came back', () => {
    const said = (change: object) => payoutWords({ ...payout, ...change }).sentence;
    expect(said({ status: 'returned', failureCode: 'account_closed' })).toContain('The account is closed.');
    expect(said({ status: 'returned', failureCode: 'new_code' })).toContain('The bank sent it back.');
    expect(said({ status: 'rejected', rejectionReason: 'Wrong name.' })).toContain('Wrong name.');
  });
});
