import { type RazorpayServer, startRazorpayServer } from '@troupe/test-kit/razorpay-server';
import type { Beneficiary, PayoutOrder } from '../payout-provider.ts';
import { bankFingerprint, vpaFingerprint } from './razorpay-instrument.ts';
import { RazorpayPayoutProvider } from './razorpay-payout-provider.ts';

const PAYOUT_ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
const BANK = { kind: 'bank', accountNumber: '765432123456789', ifsc: 'HDFC0000053' } as const;
const UPI = { kind: 'upi', vpa: 'asha.rao@okhdfc' } as const;
const asha = (account: Beneficiary['account']): Beneficiary => ({
  userId: '019a2b3c-0000-7000-8000-000000000001',
  destinationId: '019a2b3c-0000-7000-8000-000000000002',
  email: 'asha@example.com',
  legalName: 'Asha Rao',
  country: 'IN',
  currency: 'INR',
  account,
});
const orderTo = (destinationRef: string): PayoutOrder => ({
  payoutId: PAYOUT_ID,
  destinationRef,
  amountMinor: 150_000,
  currency: 'INR',
});

let server: RazorpayServer;
let provider: RazorpayPayoutProvider;

beforeEach(async () => {
  server = await startRazorpayServer();
  provider = new RazorpayPayoutProvider(server.settings);
});
afterEach(() => server.close());

const validationId = (): string => [...server.payouts.validations.keys()].at(-1) ?? '';

describe('A destination at RazorpayX', () => {
  it.each([
    [BANK, '•••• 6789', bankFingerprint('hdfc0000053', '765432123456789', 'pepper')],
    [UPI, 'as••@okhdfc', vpaFingerprint('Asha.Rao@okhdfc', 'pepper')],
  ])('is verified once the bank knows the account: %j', async (account, hint, fingerprint) => {
    const opened = await provider.openDestination(asha(account));

    expect(opened).toMatchObject({ onboardingUrl: null, status: { isVerified: false, hint, fingerprint } });
    expect(await provider.checkDestination(opened.ref)).toEqual({ isVerified: false, hint, fingerprint });
    server.payouts.finishValidation(validationId(), 'active');
    expect(await provider.checkDestination(opened.ref)).toEqual({ isVerified: true, hint, fingerprint });
    expect(opened.ref).not.toContain('765432123456789');
    const validation = server.payouts.validations.get(validationId());
    if (validation !== undefined) validation.status = 'created';
    expect(await provider.checkDestination(opened.ref)).toMatchObject({ isVerified: false });
  });

  it.each(['invalid', null] as const)('is not verified when the bank says %s', async (word) => {
    const { ref } = await provider.openDestination(asha(BANK));
    server.payouts.finishValidation(validationId(), word);
    expect(await provider.checkDestination(ref)).toMatchObject({ isVerified: false });
  });

  it.each(['POST /v1/contacts', 'POST /v1/fund_accounts', 'POST /v1/fund_accounts/validations'])(
    'is one, and validated once, when the answer to %s was lost',
    async (call) => {
      server.misbehave({ kind: 'lost' }, call);
      await expect(provider.openDestination(asha(BANK))).rejects.toMatchObject({ kind: 'unavailable' });
      server.behave();

      await provider.openDestination(asha(BANK));
      await provider.openDestination(asha(BANK));

      const { contacts, fundAccounts, validations } = server.payouts;
      expect([contacts.size, fundAccounts.size, validations.size]).toEqual([1, 1, 1]);
    },
  );

  it('is validated anew after the bank could not be asked', async () => {
    await provider.openDestination(asha(BANK));
    server.payouts.finishValidation(validationId(), null);
    await provider.openDestination(asha(BANK));
    expect(server.payouts.validations.size).toBe(2);
  });

  it('is refused for accounts and addresses that are none, and for what RazorpayX has not', async () => {
    for (const account of [
      { ...BANK, ifsc: 'HDFC' },
      { kind: 'upi', vpa: 'asha' },
      { kind: 'hosted' },
      { kind: 'sandbox', handle: 'pays@sandbox' },
    ] as const) {
      await expect(provider.openDestination(asha(account))).rejects.toMatchObject({ kind: 'refused' });
    }
    await expect(provider.openDestination({ ...asha(BANK), currency: 'USD' })).rejects.toMatchObject({
      kind: 'refused',
    });
    for (const ref of ['', 'fa_1', 'bank/fa_1/../payouts', 'acct_1']) {
      await expect(provider.checkDestination(ref)).rejects.toMatchObject({ kind: 'unknown' });
    }
  });
});

describe('A payout by RazorpayX', () => {
  const destination = async (account: Beneficiary['account'] = BANK): Promise<string> =>
    (await provider.openDestination(asha(account))).ref;

  it.each([
    [BANK, 150_000, 'IMPS'],
    [BANK, 50_000_001, 'NEFT'],
    [UPI, 150_000, 'UPI'],
  ])('goes the way that the account and the amount ask for: %j', async (account, amountMinor, mode) => {
    const facts = await provider.send({ ...orderTo(await destination(account)), amountMinor });

    const [payout] = [...server.payouts.payouts.values()];
    expect(facts).toEqual({ ref: payout?.id, status: 'in_flight', feeMinor: null, failureCode: null });
    expect(payout).toMatchObject({ amount: amountMinor, mode, reference_id: PAYOUT_ID, purpose: 'payout' });
    expect(server.calls.at(-1)?.headers['x-payout-idempotency']).toBe(PAYOUT_ID);
  });

  it.each(['lost', 'cut'] as const)('is sent once when the connection is %s and it is tried again', async (kind) => {
    const order = orderTo(await destination());
    server.misbehave({ kind }, 'POST /v1/payouts');
    await expect(provider.send(order)).rejects.toMatchObject({ kind: 'unavailable' });
    server.behave();

    const { ref } = await provider.send(order);

    expect([...server.payouts.payouts.keys()]).toEqual([ref]);
  });

  it('is sent once by its key when the list of payouts is behind, and by the list when the key is forgotten', async () => {
    const order = orderTo(await destination());
    const first = await provider.send(order);
    const [payout] = [...server.payouts.payouts.values()];
    server.payouts.payouts.clear();
    expect(await provider.send(order)).toEqual(first);
    if (payout !== undefined) server.payouts.payouts.set(payout.id, payout);
    const posts = server.calls.filter(({ method }) => method === 'POST').length;
    expect(await provider.send(order)).toEqual(first);
    expect(server.calls.filter(({ method }) => method === 'POST')).toHaveLength(posts);
  });

  it('is told of as it goes on: paid with its fee, or back with the reason', async () => {
    const { ref } = await provider.send(orderTo(await destination()));
    server.payouts.movePayout(ref, 'processed', { status: 'processed', utr: '523223155921' });
    expect(await provider.fetch(ref)).toEqual({ ref, status: 'paid', feeMinor: 590, failureCode: null });
    const status_details = { description: '', source: 'beneficiary_bank', reason: 'bank_account_closed' };
    server.payouts.movePayout(ref, 'reversed', { status: 'reversed', status_details });
    expect(await provider.fetch(ref)).toEqual({
      ref,
      status: 'returned',
      feeMinor: null,
      failureCode: 'bank_account_closed',
    });
  });

  it('is refused under a rupee and in another currency, and unknown ones are unknown', async () => {
    const order = orderTo(await destination());
    await expect(provider.send({ ...order, amountMinor: 99 })).rejects.toMatchObject({ kind: 'refused' });
    await expect(provider.send({ ...order, currency: 'USD' })).rejects.toMatchObject({ kind: 'refused' });
    await expect(provider.fetch('pout_never')).rejects.toMatchObject({ kind: 'unknown' });
    await expect(provider.fetch('../orders')).rejects.toMatchObject({ kind: 'unknown' });
    expect(server.payouts.payouts.size).toBe(0);
  });
});
