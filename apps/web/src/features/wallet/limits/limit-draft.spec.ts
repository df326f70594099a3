import { readLimits } from './limit-draft';

describe('limits as people type them', () => {
  it('takes an empty field as no limit, and zero as zero', () => {
    expect(readLimits({ dailyMicrocoins: ' 20 ', messageMicrocoins: '', lowBalanceMicrocoins: '0' })).toEqual({
      limits: { dailyMicrocoins: 20_000_000, messageMicrocoins: null, lowBalanceMicrocoins: 0 },
    });
  });

  it('says which field is wrong', () => {
    const read = readLimits({ dailyMicrocoins: 'lots', messageMicrocoins: '-1', lowBalanceMicrocoins: '9999999' });
    expect('problems' in read && Object.keys(read.problems)).toEqual([
      'dailyMicrocoins',
      'messageMicrocoins',
      'lowBalanceMicrocoins',
    ]);
  });
});
