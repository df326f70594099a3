import { z } from 'zod';
import { parseFailpoints } from '../failpoints/parse-failpoints.ts';
import { parseNetworks } from '../network/addresses.ts';
import { integer } from './fields.ts';
import { llmProblem, llmShape } from './llm-env.ts';
import { mediaProblem, mediaShape } from './media-env.ts';
import { isSandboxOn, paymentProblem, paymentShape } from './payment-env.ts';

const secret = z.string().min(32, 'must have at least 32 characters');

const failpoints = z.string().transform((text, context) => {
  try {
    return parseFailpoints(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
});

const oldKeys = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((key) => key.trim())
      .filter((key) => key !== ''),
  )
  .pipe(z.array(z.base64().length(44, 'must be 32 bytes in base64 each, comma-separated')).max(10));

const networks = z.string().superRefine((text, context) => {
  try {
    parseNetworks(text);
  } catch {
    context.addIssue('must be addresses or networks (192.0.2.1, 10.0.0.0/8), comma-separated');
  }
});

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }),
  DATABASE_POOL_MAX: integer(2, 200, 20),
  /** Shared by the API processes of one product, so that they serve one another's rooms and count limits together. One process needs none. */
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// URL' }).optional(),
  PORT: integer(0, 65_535, 3001),
  HOST: z.string().default('0.0.0.0'),
  /** Where the web app lives: the only origin that browsers may call from. */
  WEB_URL: z.url().default('http://localhost:3000'),
  /** Proxies in front of the product whose X-Forwarded-For is believed; nobody's by default. */
  TRUSTED_PROXIES: networks.default(''),
  /** What the web app shows when it names the visitor it calls for; without it every visitor counts as the web app. */
  INTERNAL_TOKEN: secret.optional(),
  /** The master key of what is kept encrypted or hashed: 32 bytes in base64. */
  ENCRYPTION_KEY: z.base64().length(44, 'must be 32 bytes in base64').optional(),
  /** Keys that ENCRYPTION_KEY has replaced, comma-separated: they still read what `npm run keys:rotate` has not rewrapped yet. */
  ENCRYPTION_KEYS_OLD: oldKeys,
  JWT_SECRET: secret,
  JWT_LIFETIME_SECONDS: integer(30, 86_400, 900),
  SESSION_LIFETIME_DAYS: integer(1, 365, 30),
  SESSION_PURGE_INTERVAL_MS: integer(1_000, 86_400_000, 3_600_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),

  ...mediaShape,

  ...llmShape,

  REPLY_LEASE_MS: integer(500, 120_000, 15_000),
  REPLY_SAVE_INTERVAL_MS: integer(50, 10_000, 1_000),
  SWEEP_INTERVAL_MS: integer(100, 60_000, 5_000),
  /** How long a reply waits for what its persona knows from files before it comes without. */
  RECALL_TIMEOUT_MS: integer(50, 10_000, 400),
  /** How long a shutdown waits for running replies before it leaves them to the sweeper. */
  SHUTDOWN_GRACE_MS: integer(0, 120_000, 10_000),

  /** How often what is to be told to many is looked for, beside the word that there is something. */
  NOTIFICATION_INTERVAL_MS: integer(50, 60_000, 5_000),
  /** Older notifications are deleted, read or not. */
  NOTIFICATION_KEEP_DAYS: integer(1, 3_650, 90),

  ...paymentShape,

  RATE_LIMIT_AUTH_PER_MINUTE: integer(1, 1_000_000, 20),
  RATE_LIMIT_LOGIN_PER_EMAIL_PER_MINUTE: integer(1, 1_000_000, 10),
  RATE_LIMIT_PER_MINUTE: integer(1, 1_000_000, 600),
  /** Requests of one user that move something of value. */
  RATE_LIMIT_WRITES_PER_USER_PER_MINUTE: integer(1, 1_000_000, 30),

  /** Where this process is to die, fail or wait, for tests of what happens then: see platform/failpoints. */
  FAILPOINTS: failpoints.default([]),
});

export type Env = Omit<z.infer<typeof schema>, 'SANDBOX_PAYMENTS'> & { SANDBOX_PAYMENTS: boolean };

/** The variables that `.env.example` has to name. */
export const ENV_NAMES = Object.keys(schema.shape);

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads and checks the whole configuration.
 * Throws a ConfigError that names each bad variable and what is wrong with it, never its value.
 */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  // An empty value means "not set": that is what a copied `.env.example` has.
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse({ ...set, WEB_URL: set['WEB_URL'] ?? set['FRONTEND_URL'] });
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The configuration is not usable. ${problems.join('; ')}`);
  }
  if (result.data.NODE_ENV === 'production' && set['FAILPOINTS'] !== undefined) {
    throw new ConfigError('The configuration is not usable. FAILPOINTS: must not be set in production');
  }
  const isProduction = result.data.NODE_ENV === 'production';
  const problem = llmProblem(result.data) ?? mediaProblem(result.data) ?? paymentProblem(result.data, isProduction);
  if (problem !== undefined) throw new ConfigError(`The configuration is not usable. ${problem}`);
  const env = { ...result.data, SANDBOX_PAYMENTS: isSandboxOn(result.data, isProduction) };
  if (isProduction && env.INTERNAL_TOKEN === undefined) {
    throw new ConfigError(
      'The configuration is not usable. INTERNAL_TOKEN: must be set in production, or all visitors share one rate limit',
    );
  }
  return env;
}
