import { createHmac } from 'node:crypto';
import type { PaymentProviderName } from '@troupe/contracts/http/payment';
import type { Actor } from '@troupe/test-kit/actors';
import type { PaymentEntity } from '@troupe/test-kit/razorpay-entities';
import { type RazorpayServer, startRazorpayServer } from '@troupe/test-kit/razorpay-server';
import { type StripeServer, startStripeServer } from '@troupe/test-kit/stripe-server';
import { signWebhook } from '../../src/modules/payment/providers/sandbox/webhook-signature.ts';
import { type House, openHouse, SANDBOX_SECRET } from './boot.ts';

/** An event as its provider would post it. */
export interface Post {
  type: string;
  body: Buffer;
  headers: Record<string, string>;
}

/** The API with all three providers set up, each of the real ones as a local server. */
export interface Tills {
  house: House;
  stripe: StripeServer;
  razorpay: RazorpayServer;
  /** The headers under which a provider would post this body. */
  sign(provider: PaymentProviderName, body: Buffer): Record<string, string>;
  post(provider: PaymentProviderName, post: Pick<Post, 'body' | 'headers'>): Promise<number>;
  close(): Promise<void>;
}

export async function openTills(settings: Record<string, string> = {}): Promise<Tills> {
  const [stripe, razorpay] = await Promise.all([startStripeServer(), startRazorpayServer()]);
  const house = await openHouse({
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_PUBLISHABLE_KEY: stripe.publishableKey,
    STRIPE_WEBHOOK_SECRETS: stripe.webhookSecret,
    STRIPE_API_URL: stripe.url,
    RAZORPAY_KEY_ID: razorpay.keyId,
    RAZORPAY_KEY_SECRET: razorpay.keySecret,
    RAZORPAY_WEBHOOK_SECRETS: razorpay.webhookSecret,
    RAZORPAY_API_URL: razorpay.url,
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    SANDBOX_PAYMENTS: 'true',
    PAYMENT_PROVIDER_TIMEOUT_MS: '2000',
    ...settings,
  });
  const sign = (provider: PaymentProviderName, body: Buffer): Record<string, string> => {
    switch (provider) {
      case 'stripe':
        return { 'stripe-signature': signWebhook(stripe.webhookSecret, body, new Date()) };
      case 'razorpay':
        return { 'x-razorpay-signature': createHmac('sha256', razorpay.webhookSecret).update(body).digest('hex') };
      case 'sandbox':
        return { 'x-sandbox-signature': signWebhook(SANDBOX_SECRET, body, new Date()) };
    }
  };
  return {
    house,
    stripe,
    razorpay,
    sign,
    async post(provider, { body, headers }) {
      const answer = await fetch(`${house.origin}/payment/${provider}/webhook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: new Uint8Array(body),
      });
      await answer.arrayBuffer();
      return answer.status;
    },
    async close() {
      await house.close();
      await Promise.all([stripe.close(), razorpay.close()]);
    },
  };
}

/** A checkout at Stripe for the pack in dollars: our payment, and Stripe's intent or session. */
export async function openAtStripe(
  { stripe }: Tills,
  fan: Actor,
  packId: string,
  form: 'sheet' | 'page' = 'sheet',
): Promise<{ paymentId: string; ref: string }> {
  const { payment } = await fan.api.payment.stripeCheckout({ packId, currency: 'USD', form });
  const opened = stripe.all(form === 'sheet' ? 'payment_intent' : 'checkout.session').at(-1);
  if (opened === undefined) throw new Error('nothing was opened at Stripe');
  return { paymentId: payment.id, ref: opened.id };
}

/** A checkout at Razorpay for the pack in rupees, and somebody who begins to pay it. */
export async function openAtRazorpay(
  { razorpay }: Tills,
  fan: Actor,
  packId: string,
): Promise<{ paymentId: string; orderId: string; begun: PaymentEntity }> {
  const { payment, handover } = await fan.api.payment.razorpayCheckout({ packId, currency: 'INR' });
  if (handover.kind !== 'razorpay_sheet') throw new Error(`Razorpay hands over ${handover.kind}`);
  return { paymentId: payment.id, orderId: handover.orderId, begun: razorpay.payments.begin(handover.orderId) };
}
