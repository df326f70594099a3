import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import {
  type CompletionEvent,
  type CompletionProvider,
  type CompletionRequest,
  ProviderError,
} from './domain/provider.ts';

export interface OpenAiCompatibleOptions {
  name: string;
  baseUrl: string;
  apiKey: string;
  model: string;
  /** Time to the response's headers; the stream itself is watched by the caller. */
  connectTimeoutMs: number;
}

/** Any server that speaks OpenAI's chat completions: OpenRouter, OpenAI, Groq, Together, vLLM, Ollama, llama.cpp. */
export class OpenAiCompatibleProvider implements CompletionProvider {
  readonly name: string;
  readonly model: string;
  readonly isDemo = false;
  private readonly client: OpenAI;

  constructor(options: OpenAiCompatibleOptions) {
    this.name = options.name;
    this.model = options.model;
    // No retries here: a second attempt is the router's decision, and only before the first token.
    this.client = new OpenAI({
      baseURL: options.baseUrl,
      apiKey: options.apiKey,
      timeout: options.connectTimeoutMs,
      maxRetries: 0,
      logLevel: 'off',
    });
  }

  async *stream(request: CompletionRequest, signal: AbortSignal): AsyncGenerator<CompletionEvent> {
    let finished = false;
    try {
      const stream = await this.client.chat.completions.create(
        {
          model: this.model,
          messages: request.turns.map((turn) => ({ role: turn.role, content: turn.content })),
          max_tokens: request.maxTokens,
          stream: true,
          stream_options: { include_usage: true },
        },
        { signal },
      );
      for await (const chunk of stream) {
        const choice = chunk.choices?.[0];
        const text: unknown = choice?.delta?.content;
        if (typeof text === 'string' && text !== '') yield { kind: 'text', text };
        if (choice?.finish_reason) finished = true;
        const usage = readUsage(chunk.usage);
        if (usage !== undefined) yield { kind: 'usage', usage };
      }
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw toProviderError(error);
    }
    // A connection that closes in the middle looks like an end to the reader; only a finish reason is one.
    if (!finished) throw new ProviderError('provider_failed', 'the stream was cut before it was finished');
  }
}

const USAGE_TOKENS_MAX = 10_000_000;
const plausible = (count: unknown): count is number =>
  typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 && count <= USAGE_TOKENS_MAX;

/** Usage if it is there and sane; zero is a figure, negative or absurd ones are none. */
function readUsage(usage: { prompt_tokens?: unknown; completion_tokens?: unknown } | null | undefined) {
  if (!plausible(usage?.prompt_tokens) || !plausible(usage.completion_tokens)) return undefined;
  return { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens, estimated: false };
}

/**
 * What the log may hold of a failure. A provider's own text can quote the prompt ("flagged: …"), and a parser's the reply, so neither
 * the text nor the error that carries it goes on: status, code and type say what an operator needs.
 */
function toProviderError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  if (error instanceof APIConnectionTimeoutError) return new ProviderError('provider_timeout', 'no answer');
  if (error instanceof APIConnectionError) {
    return new ProviderError('provider_failed', `no connection, code ${wordOr('none', codeOfCause(error))}`);
  }
  if (error instanceof APIError) {
    const { status, code, type } = error as { status?: unknown; code?: unknown; type?: unknown };
    const named = `code ${wordOr('none', code)}, type ${wordOr('none', type)}`;
    return new ProviderError('provider_failed', `status ${wordOr('none', status)}, ${named}`);
  }
  const name = error instanceof Error ? error.name : typeof error;
  return new ProviderError('provider_failed', `${name}, code ${wordOr('none', codeOfCause(error))}`);
}

/** Codes of providers are single words; anything else is text and stays out. */
const CODE_WORD = /^[\w.-]{1,60}$/;
const wordOr = (fallback: string, value: unknown): string => {
  const word = typeof value === 'number' ? String(value) : value;
  return typeof word === 'string' && CODE_WORD.test(word) ? word : fallback;
};

/** Node's code (ECONNREFUSED) from the first error of the chain that has one. */
function codeOfCause(error: unknown): unknown {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth += 1) {
    if ('code' in current && current.code !== undefined) return current.code;
  }
  return undefined;
}
