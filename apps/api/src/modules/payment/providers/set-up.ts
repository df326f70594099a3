import type { Env } from '../../../platform/config/env.ts';
import { deriveKey, lastingKey } from '../../../platform/crypto/derive-key.ts';
import type { PaymentProvider } from './payment-provider.ts';
import { PaymentProviders } from './payment-providers.ts';
import type { PayoutProvider } from './payout-provider.ts';
import { PayoutProviders } from './payout-providers.ts';
import type { RazorpaySettings } from './razorpay/razorpay-settings.ts';
import type { SandboxChargeRepository } from './sandbox/sandbox-charge.repository.ts';
import { SandboxProvider } from './sandbox/sandbox-provider.ts';
import { SandboxPayoutProvider } from './sandbox-payout/sandbox-payout.provider.ts';
import type { StripeSettings } from './stripe/stripe-client.ts';

/** Stripe's settings, once all of them are there. */
function stripeSettings(env: Env): StripeSettings | undefined {
  const { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRETS } = env;
  if (STRIPE_SECRET_KEY === undefined || STRIPE_PUBLISHABLE_KEY === undefined || STRIPE_WEBHOOK_SECRETS === undefined)
    return undefined;
  return {
    secretKey: STRIPE_SECRET_KEY,
    publishableKey: STRIPE_PUBLISHABLE_KEY,
    webhookSecrets: STRIPE_WEBHOOK_SECRETS,
    apiUrl: env.STRIPE_API_URL,
    timeoutMs: env.PAYMENT_PROVIDER_TIMEOUT_MS,
    webOrigin: env.WEB_URL,
  };
}

/** Razorpay's settings, once all of them are there. */
function razorpaySettings(env: Env): RazorpaySettings | undefined {
  const { RAZORPAY_KEY_ID, RAZORPAY_KEY_SECRET, RAZORPAY_WEBHOOK_SECRETS } = env;
  const masterKey = lastingKey(env);
  if (
    RAZORPAY_KEY_ID === undefined ||
    RAZORPAY_KEY_SECRET === undefined ||
    RAZORPAY_WEBHOOK_SECRETS === undefined ||
    masterKey === undefined
  )
    return undefined;
  return {
    keyId: RAZORPAY_KEY_ID,
    keySecret: RAZORPAY_KEY_SECRET,
    webhookSecrets: RAZORPAY_WEBHOOK_SECRETS,
    apiUrl: env.RAZORPAY_API_URL,
    timeoutMs: env.PAYMENT_PROVIDER_TIMEOUT_MS,
    fingerprintKey: deriveKey(masterKey, 'payer-fingerprint').toString('hex'),
  };
}

/*
 * The companies' libraries take a third of a second to load, so each comes only where its keys are.
 */

async function stripePayments(settings: StripeSettings): Promise<PaymentProvider> {
  const { StripeProvider } = await import('./stripe/stripe-provider.ts');
  return new StripeProvider(settings);
}

async function stripePayouts(settings: StripeSettings): Promise<PayoutProvider> {
  const { StripePayoutProvider } = await import('./stripe/stripe-payout-provider.ts');
  return new StripePayoutProvider(settings);
}

async function razorpayPayments(settings: RazorpaySettings): Promise<PaymentProvider> {
  const { RazorpayProvider } = await import('./razorpay/razorpay-provider.ts');
  return new RazorpayProvider(settings);
}

async function razorpayPayouts(settings: RazorpaySettings, accountNumber: string): Promise<PayoutProvider> {
  const { RazorpayPayoutProvider } = await import('./razorpay/razorpay-payout-provider.ts');
  return new RazorpayPayoutProvider({ ...settings, accountNumber });
}

/** Those that are set up, the one to offer first in front. */
export async function paymentProvidersOf(env: Env, charges: SandboxChargeRepository): Promise<PaymentProviders> {
  const [stripe, razorpay] = [stripeSettings(env), razorpaySettings(env)];
  const providers = await Promise.all([
    stripe && stripePayments(stripe),
    razorpay && razorpayPayments(razorpay),
    env.SANDBOX_PAYMENTS && env.SANDBOX_WEBHOOK_SECRET !== undefined
      ? new SandboxProvider(charges, env.SANDBOX_WEBHOOK_SECRET)
      : undefined,
  ]);
  return new PaymentProviders(providers.filter((provider) => provider !== undefined));
}

/** Who pays creators, of those that are set up: Razorpay only from an account of RazorpayX. */
export async function payoutProvidersOf(env: Env): Promise<PayoutProviders> {
  const [stripe, razorpay, accountNumber] = [stripeSettings(env), razorpaySettings(env), env.RAZORPAYX_ACCOUNT_NUMBER];
  const providers = await Promise.all([
    stripe && stripePayouts(stripe),
    razorpay && accountNumber !== undefined ? razorpayPayouts(razorpay, accountNumber) : undefined,
    env.SANDBOX_PAYMENTS ? new SandboxPayoutProvider() : undefined,
  ]);
  return new PayoutProviders(providers.filter((provider) => provider !== undefined));
}
