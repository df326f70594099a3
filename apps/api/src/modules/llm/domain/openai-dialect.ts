import { type Dialect, eventError, parseChunk, type ReplyReader } from './dialect.ts';
import type { CompletionRequest, ProviderEvent, Usage } from './provider.ts';
import { fieldOf, textIn } from './unknown-json.ts';
import { acceptUsage } from './usage.ts';

const DONE = '[DONE]';

/**
 * OpenAI's chat completions, which nearly everybody speaks: OpenRouter, Groq, Together, vLLM, Ollama, llama.cpp. `maxTokensField` because OpenAI
 * itself renamed the field, and the others know the old name only.
 */
export const openAiDialect = (maxTokensField: 'max_tokens' | 'max_completion_tokens'): Dialect => ({
  path: 'chat/completions',
  headers: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  body: (request, upstream) => ({
    model: upstream,
    messages: request.turns.map((turn) => ({ role: turn.role, content: turn.content })),
    [maxTokensField]: request.maxTokens,
    stream: true,
    stream_options: { include_usage: true },
  }),
  isLast: ({ data }) => data === DONE,
  openReader: (request) => new OpenAiReader(request),
});

class OpenAiReader implements ReplyReader {
  isFinished = false;
  usage: Usage | undefined;

  readonly #request: CompletionRequest;

  constructor(request: CompletionRequest) {
    this.#request = request;
  }

  read(data: string): ProviderEvent | undefined {
    if (data === DONE) {
      this.isFinished = true;
      return undefined;
    }
    const chunk = parseChunk(data);
    const error = fieldOf(chunk, 'error');
    if (error !== undefined && error !== null) throw eventError(error);
    const tokens = fieldOf(chunk, 'usage');
    // Some servers count in every chunk; the last figures are those of the whole, believable or not.
    if (tokens !== undefined && tokens !== null) {
      this.usage = acceptUsage(fieldOf(tokens, 'prompt_tokens'), fieldOf(tokens, 'completion_tokens'), this.#request);
    }
    const choices = fieldOf(chunk, 'choices');
    const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
    if (textIn(fieldOf(choice, 'finish_reason')) !== undefined) this.isFinished = true;
    const delta = fieldOf(choice, 'delta');
    const text = textIn(fieldOf(delta, 'content'));
    if (text !== undefined) return { kind: 'text', text };
    const thought = textIn(fieldOf(delta, 'reasoning')) ?? textIn(fieldOf(delta, 'reasoning_content'));
    return thought === undefined ? undefined : { kind: 'alive' };
  }
}
