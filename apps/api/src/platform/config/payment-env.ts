import { z } from 'zod';
import { integer } from './fields.ts';

/** What a header can carry. */
const key = z.string().regex(/^[\x21-\x7e]{1,500}$/, 'must be printable ASCII without spaces');
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' });
const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

/** Several at a time: after a rotation, retries still come signed with the old one. */
const secrets = z
  .string()
  .transform((text) => text.split(',').map((secret) => secret.trim()))
  .pipe(z.array(key.min(8, 'must have at least 8 characters each')).min(1).max(5));

/** The variables about money from outside: docs/payments.md tells what each one does. */
export const paymentShape = {
  STRIPE_SECRET_KEY: key.optional(),
  STRIPE_PUBLISHABLE_KEY: key.optional(),
  STRIPE_WEBHOOK_SECRETS: secrets.optional(),
  STRIPE_API_URL: httpUrl.default('https://api.stripe.com'),
  RAZORPAY_KEY_ID: key.optional(),
  RAZORPAY_KEY_SECRET: key.optional(),
  RAZORPAY_WEBHOOK_SECRETS: secrets.optional(),
  RAZORPAY_API_URL: httpUrl.default('https://api.razorpay.com'),
  /** The account of RazorpayX that payouts are made from. */
  RAZORPAYX_ACCOUNT_NUMBER: key.optional(),
  PAYMENT_PROVIDER_TIMEOUT_MS: integer(100, 60_000, 10_000),
  /** How often payments are asked about whose webhook never came. */
  RECONCILE_INTERVAL_MS: integer(100, 3_600_000, 30_000),

  /** How often payouts are sent that wait for it, and asked about that are on their way. */
  PAYOUT_INTERVAL_MS: integer(50, 3_600_000, 5_000),

  /** The pretend payment provider. It moves no money, so a production install has to ask for it. */
  SANDBOX_PAYMENTS: flag.optional(),
  SANDBOX_WEBHOOK_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
};

type PaymentEnv = z.infer<z.ZodObject<typeof paymentShape>>;

const isLive = (env: PaymentEnv): boolean =>
  (env.STRIPE_SECRET_KEY?.includes('_live_') ?? false) || (env.RAZORPAY_KEY_ID?.startsWith('rzp_live_') ?? false);

/** Without a word about it, the sandbox is there as long as nothing else is, and never in production. */
export function isSandboxOn(env: PaymentEnv, isProduction: boolean): boolean {
  return (
    env.SANDBOX_PAYMENTS ?? (!isProduction && env.STRIPE_SECRET_KEY === undefined && env.RAZORPAY_KEY_ID === undefined)
  );
}

/** What is wrong with the variables taken together, beginning with the name of the one to change; undefined when nothing is. */
export function paymentProblem(
  env: PaymentEnv & { ENCRYPTION_KEY?: string | undefined },
  isProduction: boolean,
): string | undefined {
  const sets: Record<string, readonly (keyof PaymentEnv)[]> = {
    STRIPE_SECRET_KEY: ['STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRETS'],
    RAZORPAY_KEY_ID: ['RAZORPAY_KEY_SECRET', 'RAZORPAY_WEBHOOK_SECRETS'],
  };
  for (const [first, others] of Object.entries(sets)) {
    const names = [first as keyof PaymentEnv, ...others];
    const missing = names.find((name) => env[name] === undefined);
    const set = names.find((name) => env[name] !== undefined);
    if (missing !== undefined && set !== undefined) return `${missing}: must be set together with ${set}`;
  }
  if (env.RAZORPAY_KEY_ID !== undefined && env.ENCRYPTION_KEY === undefined) {
    return 'ENCRYPTION_KEY: must be set together with RAZORPAY_KEY_ID';
  }
  if (!isSandboxOn(env, isProduction)) return undefined;
  if (isLive(env)) return 'SANDBOX_PAYMENTS: must not be on beside live keys, or coins could be had for nothing';
  if (env.SANDBOX_WEBHOOK_SECRET === undefined) {
    return 'SANDBOX_WEBHOOK_SECRET: must be set while the sandbox provider is on';
  }
  return undefined;
}
