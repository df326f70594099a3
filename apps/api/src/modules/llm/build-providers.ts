import type { Env } from '../../platform/config/env.ts';
import type { CompletionProvider } from './domain/provider.ts';
import { OfflineProvider } from './offline.provider.ts';
import { OpenAiCompatibleProvider } from './openai-compatible.provider.ts';

const OPENROUTER_URL = 'https://openrouter.ai/api/v1';
const OPENROUTER_MODEL = 'meta-llama/llama-3.1-8b-instruct';
const OPENAI_URL = 'https://api.openai.com/v1';
const OPENAI_MODEL = 'gpt-4o-mini';

/**
 * The provider that the configuration asks for. A base URL alone is enough (local servers want no key); a key alone means its own service;
 * neither means the offline voice.
 */
export function chooseProvider(env: Env): CompletionProvider {
  const connectTimeoutMs = env.LLM_FIRST_TOKEN_TIMEOUT_MS;
  if (env.LLM_BASE_URL !== undefined) {
    const apiKey = env.OPENROUTER_API_KEY ?? env.OPENAI_API_KEY ?? 'none';
    const model = env.LLM_MODEL ?? OPENROUTER_MODEL;
    return new OpenAiCompatibleProvider({ name: 'custom', baseUrl: env.LLM_BASE_URL, apiKey, model, connectTimeoutMs });
  }
  if (env.OPENROUTER_API_KEY !== undefined) {
    const model = env.LLM_MODEL ?? OPENROUTER_MODEL;
    return new OpenAiCompatibleProvider({
      name: 'openrouter',
      baseUrl: OPENROUTER_URL,
      apiKey: env.OPENROUTER_API_KEY,
      model,
      connectTimeoutMs,
    });
  }
  if (env.OPENAI_API_KEY !== undefined) {
    const model = env.LLM_MODEL ?? OPENAI_MODEL;
    return new OpenAiCompatibleProvider({
      name: 'openai',
      baseUrl: OPENAI_URL,
      apiKey: env.OPENAI_API_KEY,
      model,
      connectTimeoutMs,
    });
  }
  return new OfflineProvider(env.LLM_OFFLINE_WORD_DELAY_MS);
}
