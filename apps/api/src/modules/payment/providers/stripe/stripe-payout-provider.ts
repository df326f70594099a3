import type { FiatCurrency } from '@troupe/contracts/money';
import type Stripe from 'stripe';
import type { PayoutFacts } from '../../domain/payout-facts.ts';
import { ProviderFault } from '../payment-provider.ts';
import type {
  Beneficiary,
  DestinationStatus,
  OpenedDestination,
  PayoutOrder,
  PayoutProvider,
} from '../payout-provider.ts';
import { createStripeClient, type StripeSettings } from './stripe-client.ts';
import { transferReading } from './stripe-facts.ts';
import { asking, understood } from './stripe-faults.ts';
import { account, type StripeAccount, transfer } from './stripe-objects.ts';

/** How far Stripe's clock may be from ours. */
const CLOCKS_APART_SECONDS = 3_600;
const PAGE_MAX = 100;
const LOOKED_AT_MAX = 1_000;

/**
 * Pays creators through Stripe Connect: each has an Express account of their own, for which Stripe asks the questions about identity and tax and from which
 * it pays to their bank. What we send is a transfer into that account.
 */
export class StripePayoutProvider implements PayoutProvider {
  readonly name = 'stripe';
  /** Connect pays out rupees to no account outside India, and within it RazorpayX does. */
  readonly currencies: readonly FiatCurrency[] = ['USD'];
  private readonly client: Stripe;

  constructor(private readonly settings: StripeSettings) {
    this.client = createStripeClient(settings);
  }

  openDestination({ userId, destinationId, email, country }: Beneficiary): Promise<OpenedDestination> {
    return asking(async () => {
      const created = await this.client.accounts.create(
        {
          country,
          email,
          business_type: 'individual',
          controller: {
            stripe_dashboard: { type: 'express' },
            fees: { payer: 'application' },
            losses: { payments: 'application' },
            requirement_collection: 'stripe',
          },
          capabilities: { transfers: { requested: true } },
          metadata: { user_id: userId, destination_id: destinationId },
        },
        { idempotencyKey: `troupe:account:${destinationId}` },
      );
      const opened = understood(account, created);
      const status = statusOf(opened);
      return { ref: opened.id, status, onboardingUrl: status.isVerified ? null : await this.onboardingUrl(opened.id) };
    });
  }

  /** A fresh address where the creator goes on: one is good for a single visit and a few minutes. */
  onboardingUrl(ref: string): Promise<string> {
    return asking(async () => {
      const page = `${this.settings.webOrigin}/studio/payouts`;
      // No key of ours: an attempt that comes back must bring a new address, not the used one.
      const { url } = await this.client.accountLinks.create({
        account: ref,
        type: 'account_onboarding',
        refresh_url: `${page}?stripe=refresh`,
        return_url: `${page}?stripe=return`,
      });
      return url;
    });
  }

  checkDestination(ref: string): Promise<DestinationStatus> {
    return asking(async () => statusOf(understood(account, await this.client.accounts.retrieve(ref))));
  }

  send({ payoutId, destinationRef, amountMinor, currency }: PayoutOrder): Promise<PayoutFacts> {
    return asking(async () => {
      const sent = await this.client.transfers.create(
        {
          amount: amountMinor,
          currency: currency.toLowerCase(),
          destination: destinationRef,
          metadata: { payout_id: payoutId },
        },
        { idempotencyKey: `troupe:transfer:${payoutId}` },
      );
      return transferReading(understood(transfer, sent)).facts;
    });
  }

  fetch(ref: string): Promise<PayoutFacts> {
    return asking(async () => transferReading(understood(transfer, await this.client.transfers.retrieve(ref))).facts);
  }

  /** By the id that was sent along, among what the account got since. https://docs.stripe.com/api/transfers/list */
  find({ payoutId, destinationRef }: PayoutOrder, sentAt: Date): Promise<PayoutFacts | undefined> {
    return asking(async () => {
      const since = Math.floor(sentAt.getTime() / 1000) - CLOCKS_APART_SECONDS;
      const sent = this.client.transfers.list({
        destination: destinationRef,
        created: { gte: since },
        limit: PAGE_MAX,
      });
      let looked = 0;
      for await (const one of sent) {
        const reading = transferReading(understood(transfer, one));
        if (reading.payoutId === payoutId) return reading.facts;
        looked += 1;
        // Nobody asks for so many payouts; not to have found it among them says nothing.
        if (looked >= LOOKED_AT_MAX)
          throw new ProviderFault('nonsense', 'Stripe lists too many transfers to look through');
      }
      return undefined;
    });
  }
}

function statusOf(found: StripeAccount): DestinationStatus {
  const accounts = found.external_accounts?.data ?? [];
  const main = accounts.find((one) => one.default_for_currency) ?? accounts[0];
  return {
    isVerified: found.payouts_enabled === true && found.capabilities?.transfers === 'active',
    hint: main?.last4 == null ? '' : `•••• ${main.last4}`,
    fingerprint: main?.fingerprint == null ? null : `stripe:${main.fingerprint}`,
  };
}
