import { type ConfigError, readEnv } from './env.ts';

const BASE = {
  NODE_ENV: 'development',
  DATABASE_URL: 'postgres://localhost/troupe',
  JWT_SECRET: 'j'.repeat(32),
  INTERNAL_TOKEN: 'i'.repeat(32),
};
const SANDBOX = { SANDBOX_WEBHOOK_SECRET: 's'.repeat(32) };
const stripe = (mode: 'test' | 'live') => ({
  STRIPE_SECRET_KEY: `sk_${mode}_abc`,
  STRIPE_PUBLISHABLE_KEY: `pk_${mode}_abc`,
  STRIPE_WEBHOOK_SECRETS: 'whsec_new_one, whsec_old_one',
});
const razorpay = (mode: 'test' | 'live') => ({
  RAZORPAY_KEY_ID: `rzp_${mode}_abc`,
  RAZORPAY_KEY_SECRET: 'abcdefgh',
  RAZORPAY_WEBHOOK_SECRETS: 'abcdefgh',
  ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
});
const read = (settings: Record<string, string>) => readEnv({ ...BASE, ...settings });
const problemOf = (settings: Record<string, string>): string => {
  try {
    read(settings);
  } catch (error) {
    return (error as ConfigError).message;
  }
  throw new Error('it was accepted');
};

describe('the settings of payments', () => {
  it('have the sandbox while nothing else is set up, and not in production', () => {
    expect(read(SANDBOX).SANDBOX_PAYMENTS).toBe(true);
    expect(read({ ...SANDBOX, ...stripe('test') }).SANDBOX_PAYMENTS).toBe(false);
    expect(read({ ...SANDBOX, ...stripe('test'), SANDBOX_PAYMENTS: 'true' }).SANDBOX_PAYMENTS).toBe(true);
    expect(read({ ...SANDBOX, NODE_ENV: 'production' }).SANDBOX_PAYMENTS).toBe(false);
    expect(read({ ...SANDBOX, NODE_ENV: 'production', SANDBOX_PAYMENTS: 'true' }).SANDBOX_PAYMENTS).toBe(true);
  });

  it.each([
    ['Stripe', stripe('live')],
    ['Razorpay', razorpay('live')],
  ])('refuse the sandbox beside live keys of %s, where coins would be had for nothing', (_, live) => {
    expect(problemOf({ ...SANDBOX, ...live, SANDBOX_PAYMENTS: 'true' })).toContain('SANDBOX_PAYMENTS');
    expect(read({ ...SANDBOX, ...live }).SANDBOX_PAYMENTS).toBe(false);
  });

  it.each([
    ...Object.keys(stripe('test')).map((name) => [name, stripe('test')] as const),
    ...Object.keys(razorpay('test')).map((name) => [name, razorpay('test')] as const),
  ])('name %s when it alone is missing, and no value of the others', (name, set: Record<string, string>) => {
    const { [name]: _, ...others } = set;
    const problem = problemOf({ ...SANDBOX, ...others });
    expect(problem).toContain(name);
    for (const value of Object.values(others)) expect(problem).not.toContain(value);
  });

  it('take several webhook secrets, and want one of the sandbox while it is on', () => {
    expect(read(stripe('test')).STRIPE_WEBHOOK_SECRETS).toEqual(['whsec_new_one', 'whsec_old_one']);
    expect(problemOf({})).toContain('SANDBOX_WEBHOOK_SECRET');
    expect(problemOf({ ...SANDBOX, ENCRYPTION_KEY: 'too short' })).toContain('ENCRYPTION_KEY');
  });
});
