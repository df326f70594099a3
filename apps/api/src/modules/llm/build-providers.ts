import type { Env } from '../../platform/config/env.ts';
import { type LlmProviderName, providerOrder } from '../../platform/config/llm-env.ts';
import { anthropicDialect } from './domain/anthropic-dialect.ts';
import { openAiDialect } from './domain/openai-dialect.ts';
import type { CompletionProvider } from './domain/provider.ts';
import { OfflineProvider } from './offline.provider.ts';
import { WireProvider, type WireProviderOptions } from './wire.provider.ts';

const OPENROUTER_URL = 'https://openrouter.ai/api/v1';
const OPENROUTER_MODEL = 'meta-llama/llama-3.1-8b-instruct';
const OPENAI_MODEL = 'gpt-4o-mini';
const ANTHROPIC_MODEL = 'claude-haiku-4-5';

/** A delta has some hundred characters; one with a whole reply at once has some ten thousand. */
const EVENT_CHARS_MAX = 256 * 1024;
/** The longest reply, with its thinking, at some hundred bytes a token. */
const REPLY_BYTES_MAX = 16 * 1024 * 1024;

type Service = Pick<WireProviderOptions, 'baseUrl' | 'apiKey' | 'model' | 'dialect'>;

/** The providers that the configuration asks for, in the order in which they are to be asked; the offline voice when it asks for none. */
export function buildProviders(env: Env): CompletionProvider[] {
  const order = providerOrder(env);
  if (order.length === 0) return [new OfflineProvider(env.LLM_OFFLINE_WORD_DELAY_MS)];
  const limits = {
    connectTimeoutMs: env.LLM_CONNECT_TIMEOUT_MS,
    eventCharsMax: EVENT_CHARS_MAX,
    replyBytesMax: REPLY_BYTES_MAX,
  };
  return order.map((name, position) => {
    const service = serviceOf(name, env, order);
    const model = position === 0 ? (env.LLM_MODEL ?? service.model) : service.model;
    return new WireProvider({ ...service, name, model, limits });
  });
}

function serviceOf(name: LlmProviderName, env: Env, order: readonly LlmProviderName[]): Service {
  switch (name) {
    case 'custom':
      return {
        baseUrl: env.LLM_BASE_URL ?? '',
        apiKey: customKey(env, order),
        model: OPENROUTER_MODEL,
        dialect: openAiDialect('max_tokens'),
      };
    case 'openrouter':
      return {
        baseUrl: OPENROUTER_URL,
        apiKey: env.OPENROUTER_API_KEY ?? '',
        model: OPENROUTER_MODEL,
        dialect: openAiDialect('max_tokens'),
      };
    case 'openai':
      return {
        baseUrl: env.OPENAI_BASE_URL,
        apiKey: env.OPENAI_API_KEY ?? '',
        model: OPENAI_MODEL,
        dialect: openAiDialect('max_completion_tokens'),
      };
    case 'anthropic':
      return {
        baseUrl: env.ANTHROPIC_BASE_URL,
        apiKey: env.ANTHROPIC_API_KEY ?? '',
        model: ANTHROPIC_MODEL,
        dialect: anthropicDialect,
      };
  }
}

/**
 * The key for LLM_BASE_URL. Without one of its own it may be the one of another service, since an install with one server names its key
 * as it likes; but never that of a service that is asked too: that key belongs there.
 */
function customKey(env: Env, order: readonly LlmProviderName[]): string {
  const borrowed = [
    order.includes('openrouter') ? undefined : env.OPENROUTER_API_KEY,
    order.includes('openai') ? undefined : env.OPENAI_API_KEY,
  ];
  return env.LLM_API_KEY ?? borrowed.find((key) => key !== undefined) ?? 'none';
}
