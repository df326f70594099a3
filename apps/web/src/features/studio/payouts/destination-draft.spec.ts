import { EMPTY_ACCOUNT, readAccount } from './destination-draft';

const draft = (change: Partial<typeof EMPTY_ACCOUNT>) => ({ ...EMPTY_ACCOUNT, ...change });

describe('where the money goes', () => {
  it('takes numbers as people write them', () => {
    expect(readAccount('bank', draft({ accountNumber: '1234 5678-90', ifsc: 'hdfc0001234' }))).toEqual({
      account: { kind: 'bank', accountNumber: '1234567890', ifsc: 'HDFC0001234' },
    });
    expect(readAccount('upi', draft({ vpa: ' robin@okbank ' }))).toEqual({
      account: { kind: 'upi', vpa: 'robin@okbank' },
    });
  });

  it('names what is wrong beside its field', () => {
    const read = readAccount('bank', draft({ accountNumber: '12', ifsc: 'nothing' }));
    expect('problems' in read && Object.keys(read.problems)).toEqual(['accountNumber', 'ifsc']);
    expect(readAccount('upi', draft({ vpa: 'robin' }))).toHaveProperty('problems.vpa');
  });

  it('asks nothing where the provider asks itself', () => {
    expect(readAccount('hosted', EMPTY_ACCOUNT)).toEqual({ account: { kind: 'hosted' } });
  });
});
