import { z } from 'zod';
import { integer } from './fields.ts';

/** Each provider, and the variable that makes it usable. */
const NEEDS = {
  custom: 'LLM_BASE_URL',
  openrouter: 'OPENROUTER_API_KEY',
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
} as const;

/** The order in which they are asked when nobody says which one is first. */
const LLM_PROVIDERS = Object.keys(NEEDS) as (keyof typeof NEEDS)[];
export type LlmProviderName = keyof typeof NEEDS;

const provider = z.enum(LLM_PROVIDERS);
/** What a header can carry. */
const key = z.string().regex(/^[\x21-\x7e]{1,500}$/, 'must be printable ASCII without spaces');
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' });

const providers = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(LLM_PROVIDERS, `must be of ${LLM_PROVIDERS.join(', ')}, comma-separated`)).max(8));

/** The variables about language models: docs/providers.md tells what each one does. */
export const llmShape = {
  OPENROUTER_API_KEY: key.optional(),
  OPENAI_API_KEY: key.optional(),
  OPENAI_BASE_URL: httpUrl.default('https://api.openai.com/v1'),
  ANTHROPIC_API_KEY: key.optional(),
  ANTHROPIC_BASE_URL: httpUrl.default('https://api.anthropic.com'),
  LLM_BASE_URL: httpUrl.optional(),
  LLM_API_KEY: key.optional(),
  LLM_MODEL: z.string().min(1).max(200).optional(),
  LLM_PROVIDER: provider.optional(),
  LLM_FALLBACKS: providers.default([]),
  LLM_CONNECT_TIMEOUT_MS: integer(100, 60_000, 5_000),
  LLM_FIRST_TOKEN_TIMEOUT_MS: integer(100, 120_000, 20_000),
  LLM_IDLE_TIMEOUT_MS: integer(100, 120_000, 20_000),
  LLM_TOTAL_TIMEOUT_MS: integer(1_000, 600_000, 120_000),
  LLM_RETRIES: integer(0, 5, 2),
  LLM_RETRY_AFTER_MAX_MS: integer(0, 60_000, 3_000),
  LLM_BREAKER_FAILURES: integer(1, 100_000, 10),
  LLM_BREAKER_WINDOW_MS: integer(1_000, 3_600_000, 60_000),
  LLM_BREAKER_OPEN_MS: integer(50, 600_000, 15_000),
  LLM_CATALOGUE_MAX_AGE_MS: integer(100, 3_600_000, 60_000),
  /** Pace of the built-in demo voice. */
  LLM_OFFLINE_WORD_DELAY_MS: integer(0, 1_000, 45),
};

type LlmEnv = z.infer<z.ZodObject<typeof llmShape>>;

/** What is wrong with the variables taken together, beginning with the name of the one to change; undefined when nothing is. */
export function llmProblem(env: LlmEnv): string | undefined {
  const named = [
    ...(env.LLM_PROVIDER === undefined ? [] : [['LLM_PROVIDER', env.LLM_PROVIDER] as const]),
    ...env.LLM_FALLBACKS.map((name) => ['LLM_FALLBACKS', name] as const),
  ];
  for (const [variable, name] of named) {
    if (env[NEEDS[name]] === undefined) return `${variable}: ${name} needs ${NEEDS[name]}`;
  }
  return undefined;
}

/** Each provider that could be asked, by the variable that makes it usable, and whether that is set. */
export const describeProviders = (env: LlmEnv): { name: LlmProviderName; setting: string; isConfigured: boolean }[] =>
  LLM_PROVIDERS.map((name) => ({ name, setting: NEEDS[name], isConfigured: env[NEEDS[name]] !== undefined }));

/** The providers to ask, first to last, each once; none for the built-in voice. */
export function providerOrder(env: LlmEnv): LlmProviderName[] {
  const first = env.LLM_PROVIDER ?? LLM_PROVIDERS.find((name) => env[NEEDS[name]] !== undefined);
  return first === undefined ? [] : [...new Set([first, ...env.LLM_FALLBACKS])];
}
