import { type StripeServer, startStripeServer } from '@troupe/test-kit/stripe-server';
import { newId } from '../../../../platform/ids/ids.ts';
import type { Beneficiary } from '../payout-provider.ts';
import { StripePayoutProvider } from './stripe-payout-provider.ts';

describe('payouts through Stripe', () => {
  let server: StripeServer;
  let provider: StripePayoutProvider;
  beforeEach(async () => {
    server = await startStripeServer();
    provider = new StripePayoutProvider({
      secretKey: server.secretKey,
      publishableKey: server.publishableKey,
      webhookSecrets: [server.webhookSecret],
      apiUrl: server.url,
      timeoutMs: 2_000,
      webOrigin: 'https://troupe.example',
    });
  });
  afterEach(() => server.close());

  const beneficiary: Beneficiary = {
    userId: newId(),
    destinationId: newId(),
    email: 'creator@example.com',
    legalName: 'Ada Example',
    country: 'US',
    currency: 'USD',
    account: { kind: 'hosted' },
  };

  it('opens one account for a destination, and every attempt gets an address of its own', async () => {
    const first = await provider.openDestination(beneficiary);
    const second = await provider.openDestination(beneficiary);
    expect(second.ref).toBe(first.ref);
    expect(second.onboardingUrl).not.toBe(first.onboardingUrl);
    expect(server.all('account')).toHaveLength(1);
    expect(first.status).toEqual({ isVerified: false, hint: '', fingerprint: null });

    server.act.verify(first.ref, { last4: '6789', fingerprint: 'BANK' });
    const status = { isVerified: true, hint: '•••• 6789', fingerprint: 'stripe:BANK' };
    expect(await provider.checkDestination(first.ref)).toEqual(status);
  });

  it('sends once, whatever happens to the answer, and sees what came back', async () => {
    const { ref: destinationRef } = await provider.openDestination(beneficiary);
    const order = { payoutId: newId(), destinationRef, amountMinor: 2_000, currency: 'USD' as const };
    await expect(provider.send({ ...order, payoutId: newId() })).rejects.toMatchObject({
      kind: 'refused',
      code: 'insufficient_capabilities_for_transfer',
    });
    server.act.verify(destinationRef);
    server.misbehave(['cut_after', 'cut_after'], /transfers/);
    await expect(provider.send(order)).rejects.toMatchObject({ kind: 'unavailable' });
    const sent = await provider.send(order);
    expect(sent).toEqual({ ref: sent.ref, status: 'paid', feeMinor: null, failureCode: null });
    expect(server.all('transfer')).toEqual([
      expect.objectContaining({ amount: 2_000, metadata: { payout_id: order.payoutId } }),
    ]);
    server.act.reverseTransfer(sent.ref);
    expect(await provider.fetch(sent.ref)).toMatchObject({ status: 'returned', failureCode: 'transfer_reversed' });
    await expect(provider.fetch('tr_nothing')).rejects.toMatchObject({ kind: 'unknown' });
  });

  it('finds what was sent among many by our name for it, and says when it never came', async () => {
    const { ref: destinationRef } = await provider.openDestination(beneficiary);
    server.act.verify(destinationRef);
    const [began, currency] = [new Date(), 'USD' as const];
    const order = { payoutId: newId(), destinationRef, amountMinor: 2_000, currency };
    const sent = await provider.send(order);
    for (let other = 0; other < 120; other += 1) await provider.send({ ...order, payoutId: newId(), amountMinor: 100 });
    expect(await provider.find(order, began)).toEqual(sent);
    expect(await provider.find({ ...order, payoutId: newId() }, began)).toBeUndefined();
    server.misbehave(['cut_after', 'cut_after', 'cut_after'], /transfers/);
    await expect(provider.find(order, began)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
