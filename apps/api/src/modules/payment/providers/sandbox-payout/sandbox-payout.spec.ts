import { randomUUID } from 'node:crypto';
import type { Beneficiary } from '../payout-provider.ts';
import { SandboxPayoutProvider } from './sandbox-payout.provider.ts';

const beneficiary = (account: Beneficiary['account']): Beneficiary => ({
  userId: randomUUID(),
  destinationId: randomUUID(),
  email: 'ann@test.local',
  legalName: 'Ann',
  country: 'DE',
  currency: 'USD',
  account,
});

describe('the sandbox’s bank', () => {
  const open = async (bank: SandboxPayoutProvider, handle: string) =>
    (await bank.openDestination(beneficiary({ kind: 'sandbox', handle }))).ref;

  it.each([
    ['pays@sandbox', 'paid', null],
    ['fails@sandbox', 'returned', 'account_closed'],
  ])('lets money travel to %s, and then it is %s', async (handle, status, failureCode) => {
    const [slow, fast] = [new SandboxPayoutProvider(60_000), new SandboxPayoutProvider(0)];
    const order = {
      payoutId: randomUUID(),
      destinationRef: await open(slow, handle),
      amountMinor: 1,
      currency: 'USD',
    } as const;
    const sent = await slow.send(order);
    expect(sent.status).toBe('in_flight');
    expect(await slow.send(order)).toEqual(sent);
    expect(await slow.fetch(sent.ref)).toEqual(sent);
    expect(await fast.send(order)).toEqual({ ref: sent.ref, status, feeMinor: null, failureCode });
    // A process that never heard of it knows it by its name.
    expect(await new SandboxPayoutProvider(60_000).fetch(sent.ref)).toMatchObject({ status, failureCode });
  });

  it('takes its own accounts and names only', async () => {
    const bank = new SandboxPayoutProvider();
    await expect(bank.openDestination(beneficiary({ kind: 'hosted' }))).rejects.toMatchObject({ kind: 'refused' });
    await expect(bank.fetch('po_1')).rejects.toMatchObject({ kind: 'unknown' });
    await expect(bank.checkDestination('acct_1')).rejects.toMatchObject({ kind: 'unknown' });
  });
});
