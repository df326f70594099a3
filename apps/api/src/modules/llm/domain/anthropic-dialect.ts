import { type Dialect, eventError, parseChunk, type ReplyReader } from './dialect.ts';
import type { ChatTurn, CompletionRequest, ProviderEvent, Usage } from './provider.ts';
import { fieldOf, textIn } from './unknown-json.ts';
import { acceptUsage } from './usage.ts';

const API_VERSION = '2023-06-01';
/** The Messages API wants the person to speak first; a persona's greeting comes before that. */
const OPENING: ChatTurn = { role: 'user', content: '…' };

/** Anthropic's Messages API (https://docs.anthropic.com/en/api/messages-streaming). */
export const anthropicDialect: Dialect = {
  path: 'v1/messages',
  headers: (apiKey) => ({ 'x-api-key': apiKey, 'anthropic-version': API_VERSION }),
  body: (request, upstream) => {
    const system = request.turns.filter((turn) => turn.role === 'system').map((turn) => turn.content);
    return {
      model: upstream,
      max_tokens: request.maxTokens,
      ...(system.length === 0 ? {} : { system: system.join('\n\n') }),
      messages: toMessages(request.turns),
      stream: true,
    };
  },
  isLast: ({ event }) => event === 'message_stop',
  openReader: (request) => new AnthropicReader(request),
};

/** Without system turns, which have a field of their own, and without empty ones, which are refused; nobody speaks twice in a row. */
function toMessages(turns: readonly ChatTurn[]): ChatTurn[] {
  const messages: ChatTurn[] = [];
  for (const { role, content } of turns) {
    if (role === 'system' || content.trim() === '') continue;
    if (messages.length === 0 && role !== 'user') messages.push(OPENING);
    const last = messages.at(-1);
    if (last?.role === role) messages[messages.length - 1] = { role, content: `${last.content}\n\n${content}` };
    else messages.push({ role, content });
  }
  const last = messages.at(-1);
  // A reply that is to be continued may not end in white space.
  return last?.role === 'assistant'
    ? [...messages.slice(0, -1), { ...last, content: last.content.trimEnd() }]
    : messages;
}

class AnthropicReader implements ReplyReader {
  isFinished = false;
  #promptTokens: unknown;
  #completionTokens: unknown;

  readonly #request: CompletionRequest;

  constructor(request: CompletionRequest) {
    this.#request = request;
  }

  get usage(): Usage | undefined {
    return acceptUsage(this.#promptTokens, this.#completionTokens, this.#request);
  }

  read(data: string): ProviderEvent | undefined {
    const event = parseChunk(data);
    switch (fieldOf(event, 'type')) {
      case 'message_start':
        this.#promptTokens = fieldOf(fieldOf(fieldOf(event, 'message'), 'usage'), 'input_tokens');
        return undefined;
      case 'content_block_delta': {
        const delta = fieldOf(event, 'delta');
        const text = textIn(fieldOf(delta, 'text'));
        if (text !== undefined) return { kind: 'text', text };
        return fieldOf(delta, 'type') === 'thinking_delta' ? { kind: 'alive' } : undefined;
      }
      case 'message_delta':
        // Output tokens are those of the whole so far; the figure in message_start is only the first of them.
        this.#completionTokens = fieldOf(fieldOf(event, 'usage'), 'output_tokens') ?? this.#completionTokens;
        if (textIn(fieldOf(fieldOf(event, 'delta'), 'stop_reason')) !== undefined) this.isFinished = true;
        return undefined;
      case 'message_stop':
        this.isFinished = true;
        return undefined;
      case 'error':
        throw eventError(fieldOf(event, 'error'));
      default:
        return undefined;
    }
  }
}
