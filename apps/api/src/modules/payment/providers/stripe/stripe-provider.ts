import type { IncomingHttpHeaders } from 'node:http';
import type { CheckoutHandover } from '@troupe/contracts/http/payment';
import type { FiatCurrency } from '@troupe/contracts/money';
import type Stripe from 'stripe';
import type { RefundFact } from '../../domain/payment-facts.ts';
import {
  type KnownPayment,
  type OpenedCheckout,
  type PaymentOrder,
  type PaymentProvider,
  type ProviderEvent,
  ProviderFault,
} from '../payment-provider.ts';
import { createStripeClient, type StripeSettings } from './stripe-client.ts';
import { readStripeEvent } from './stripe-events.ts';
import {
  chargeReading,
  disputeReading,
  intentReading,
  refundFact,
  refundReading,
  sessionReading,
} from './stripe-facts.ts';
import { asking, toFault, understood, unlessRefused } from './stripe-faults.ts';
import { charge, checkoutSession, dispute, paymentIntent, refund } from './stripe-objects.ts';
import { both, type PaymentReading } from './stripe-reading.ts';
import { isSignedByStripe } from './stripe-signature.ts';

/** Stripe takes 30 minutes to 24 hours. */
const CHECKOUT_LIFETIME_SECONDS = 3600;
/** More refunds or disputes of one payment than anybody makes: Stripe's own largest page. */
const LIST_LIMIT = 100;

type Opened = Omit<OpenedCheckout, 'customerRef'>;

export class StripeProvider implements PaymentProvider {
  readonly name = 'stripe';
  readonly currencies: readonly FiatCurrency[] = ['USD', 'INR'];
  private readonly client: Stripe;

  constructor(private readonly settings: StripeSettings) {
    this.client = createStripeClient(settings);
  }

  open(order: PaymentOrder): Promise<OpenedCheckout> {
    return asking(async () => {
      const { customerRef: known } = order;
      if (known === null) return this.openFor(order, await this.createCustomer(order, ''));
      try {
        return await this.openFor(order, known);
      } catch (error) {
        // Deleted in the dashboard, or of the other mode: nobody is kept from paying by it.
        if (toFault(error).kind !== 'unknown') throw error;
        const again = `:after:${known}`;
        return this.openFor(order, await this.createCustomer(order, again), again);
      }
    });
  }

  isSigned(rawBody: Buffer, headers: IncomingHttpHeaders, now: Date): boolean {
    return isSignedByStripe(rawBody, headers, this.settings.webhookSecrets, now);
  }

  read(rawBody: Buffer): ProviderEvent {
    return readStripeEvent(rawBody, this.settings.secretKey.includes('_live_'));
  }

  fetch(refs: readonly string[]): Promise<KnownPayment> {
    return asking(async () => {
      const sessions = await Promise.all(refs.filter(isSession).map((ref) => this.fetchSession(ref)));
      const known = new Set([...refs, ...sessions.flatMap((session) => session.refs)]);
      const charges = [...known].some(isIntent)
        ? []
        : await Promise.all([...known].filter(isCharge).map((ref) => this.fetchCharge(ref)));
      const intentRefs = [...new Set([...known, ...charges.flatMap((reading) => reading.refs)])].filter(isIntent);
      const intents = await Promise.all(intentRefs.map((ref) => this.fetchIntent(ref)));
      const [first, ...others] = [...sessions, ...charges, ...intents];
      if (first === undefined)
        throw new ProviderFault('unknown', 'None of the ids is one that Stripe gives to a payment');
      const { refs: allRefs, facts } = others.reduce(both, first);
      return { refs: allRefs, facts };
    });
  }

  refund(refs: readonly string[], amountMinor: number, key: string): Promise<RefundFact> {
    return asking(async () => {
      const intent = refs.find(isIntent);
      const chargeRef = refs.find(isCharge);
      if (intent === undefined && chargeRef === undefined) {
        throw new ProviderFault('unknown', 'None of the ids is one that Stripe refunds');
      }
      const created = await this.client.refunds.create(
        { amount: amountMinor, ...(intent === undefined ? { charge: chargeRef ?? '' } : { payment_intent: intent }) },
        { idempotencyKey: `troupe:refund:${key}` },
      );
      return refundFact(understood(refund, created));
    });
  }

  /** The intent of a session can't be cancelled by itself. What is over already is no error: the truth is the answer. */
  async cancel(refs: readonly string[]): Promise<KnownPayment> {
    const session = refs.find(isSession);
    const intent = refs.find(isIntent);
    if (session === undefined && intent === undefined) {
      throw new ProviderFault('unknown', 'None of the ids is one that Stripe cancels');
    }
    // Both may be repeated at will, so the SDK's own keys do: one of ours would bring back a failure of the first attempt.
    const refusal = await unlessRefused(() =>
      session === undefined
        ? this.client.paymentIntents.cancel(intent ?? '')
        : this.client.checkout.sessions.expire(session),
    );
    const truth = await this.fetch(refs);
    const { paid, cancelled, pending } = truth.facts;
    if (refusal !== null && paid === undefined && !cancelled && !pending) throw refusal;
    return truth;
  }

  /**
   * One per user: its key is made of nothing but the user. The address follows in a second call, since it can change, and Stripe refuses a key that comes
   * back with something else. An address that Stripe doesn't take stays away: nobody is kept from paying by it.
   */
  private async createCustomer({ userId, email }: PaymentOrder, again: string): Promise<string> {
    const { id } = await this.client.customers.create(
      { metadata: { user_id: userId } },
      { idempotencyKey: `troupe:customer:${userId}${again}` },
    );
    await unlessRefused(() => this.client.customers.update(id, { email }));
    return id;
  }

  private async openFor(order: PaymentOrder, customerRef: string, again = ''): Promise<OpenedCheckout> {
    const opened =
      order.form === 'page'
        ? await this.openPage(order, customerRef, again)
        : await this.openSheet(order, customerRef, again);
    return { ...opened, customerRef };
  }

  private async openPage(order: PaymentOrder, customer: string, again: string): Promise<Opened> {
    const metadata = { payment_id: order.paymentId };
    const returnUrl = `${this.settings.webOrigin}/checkout/${order.paymentId}?from=stripe`;
    const { id, url } = await this.client.checkout.sessions.create(
      {
        mode: 'payment',
        customer,
        client_reference_id: order.paymentId,
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: order.currency.toLowerCase(),
              unit_amount: order.amountMinor,
              product_data: { name: order.description },
            },
          },
        ],
        metadata,
        payment_intent_data: { description: order.description, metadata },
        // What is paid is what was shown and frozen, in its currency.
        adaptive_pricing: { enabled: false },
        success_url: returnUrl,
        cancel_url: `${returnUrl}&cancelled=1`,
        ...expiry(order.paymentId),
      },
      { idempotencyKey: `troupe:session:${order.paymentId}${again}` },
    );
    if (url === null) throw new ProviderFault('nonsense', `Stripe opened ${id} without an address`);
    return { providerRef: id, handover: { kind: 'redirect', url } };
  }

  private async openSheet(order: PaymentOrder, customer: string, again: string): Promise<Opened> {
    const { id, client_secret: clientSecret } = await this.client.paymentIntents.create(
      {
        amount: order.amountMinor,
        currency: order.currency.toLowerCase(),
        customer,
        description: order.description,
        metadata: { payment_id: order.paymentId },
        automatic_payment_methods: { enabled: true },
      },
      { idempotencyKey: `troupe:intent:${order.paymentId}${again}` },
    );
    if (clientSecret === null) throw new ProviderFault('nonsense', `Stripe opened ${id} without its client secret`);
    const { publishableKey } = this.settings;
    const handover: CheckoutHandover = { kind: 'stripe_sheet', clientSecret, publishableKey };
    return { providerRef: id, handover };
  }

  private async fetchSession(ref: string): Promise<PaymentReading> {
    return sessionReading(understood(checkoutSession, await this.client.checkout.sessions.retrieve(ref)));
  }

  private async fetchCharge(ref: string): Promise<PaymentReading> {
    const found = await this.client.charges.retrieve(ref, { expand: ['balance_transaction'] });
    return chargeReading(understood(charge, found));
  }

  private async fetchIntent(ref: string): Promise<PaymentReading> {
    const list = { payment_intent: ref, limit: LIST_LIMIT };
    const [intent, refunds, disputes] = await Promise.all([
      this.client.paymentIntents.retrieve(ref, { expand: ['latest_charge.balance_transaction'] }),
      this.client.refunds.list(list),
      this.client.disputes.list(list),
    ]);
    return [
      ...refunds.data.map((found) => refundReading(understood(refund, found))),
      ...disputes.data.map((found) => disputeReading(understood(dispute, found))),
    ].reduce(both, intentReading(understood(paymentIntent, intent)));
  }
}

const isSession = (ref: string): boolean => /^cs_\w+$/.test(ref);
const isIntent = (ref: string): boolean => /^pi_\w+$/.test(ref);
/** `py_` is what Stripe calls a charge that no card paid. */
const isCharge = (ref: string): boolean => /^(ch|py)_\w+$/.test(ref);

/** Counted from the time in the payment's own id (UUIDv7), so that a second attempt asks for exactly the same. Stripe's 24 hours for an id without one. */
function expiry(paymentId: string): { expires_at?: number } {
  const match = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(paymentId);
  if (match === null) return {};
  return { expires_at: Math.floor(Number.parseInt(`${match[1]}${match[2]}`, 16) / 1000) + CHECKOUT_LIFETIME_SECONDS };
}
