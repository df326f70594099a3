import { type LlmScript, type LlmServer, startLlmServer } from '@troupe/test-kit/llm-server';
import { anthropicDialect } from './domain/anthropic-dialect.ts';
import { openAiDialect } from './domain/openai-dialect.ts';
import { type CompletionRequest, NO_FLAVOUR, type ProviderEvent } from './domain/provider.ts';
import { WireProvider } from './wire.provider.ts';

const REQUEST: CompletionRequest = {
  turns: [{ role: 'user', content: 'Hello' }],
  maxTokens: 100,
  flavour: NO_FLAVOUR,
};
const LIMITS = { connectTimeoutMs: 1_000, eventCharsMax: 10_000, replyBytesMax: 100_000 };
const named = (event: { type: string }): string => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
const START = named({ type: 'message_start', ...{ message: { usage: { input_tokens: 8, output_tokens: 1 } } } });
const TEXT = named({ type: 'content_block_delta', ...{ delta: { type: 'text_delta', text: 'Good day.' } } });
const END = named({ type: 'message_delta', ...{ delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 3 } } });

describe('a provider at the other end of a wire', () => {
  let server: LlmServer;
  let providers: WireProvider[];
  beforeAll(async () => {
    server = await startLlmServer();
  });
  afterAll(async () => server.close());
  beforeEach(() => {
    providers = [];
  });
  afterEach(() => {
    for (const provider of providers) provider.close();
  });

  const origin = () => new URL(server.baseUrl).origin;
  const ask = async (script: LlmScript, dialect = anthropicDialect, baseUrl = origin()): Promise<ProviderEvent[]> => {
    server.script(script);
    const provider = new WireProvider({ name: 'p', baseUrl, apiKey: 'k', model: 'm', dialect, limits: LIMITS });
    providers.push(provider);
    const events: ProviderEvent[] = [];
    for await (const event of provider.stream(REQUEST, new AbortController().signal, 'upstream')) events.push(event);
    return events;
  };
  const REPLY: ProviderEvent[] = [
    { kind: 'text', text: 'Good day.' },
    { kind: 'usage', usage: { promptTokens: 8, completionTokens: 3, estimated: false } },
  ];

  it('speaks Anthropic’s messages, and is content with the last word', async () => {
    const pieces = [START, named({ type: 'ping' }), TEXT, END, named({ type: 'message_stop' })];
    expect(await ask({ kind: 'wire', pieces, end: 'hang' })).toEqual(REPLY);
    const call = server.calls.at(-1);
    expect(call).toMatchObject({ path: '/v1/messages', model: 'upstream', max_tokens: 100 });
    expect(call?.headers).toMatchObject({ 'x-api-key': 'k', 'anthropic-version': '2023-06-01' });
    expect(call?.headers.authorization).toBeUndefined();
  });

  it('takes a reply for whole that is cut after its end, and for cut before', async () => {
    expect(await ask({ kind: 'wire', pieces: [START, TEXT, END], end: 'cut' })).toEqual(REPLY);
    const cut = { kind: 'wire', pieces: [START, TEXT], end: 'cut' } as const;
    await expect(ask(cut)).rejects.toMatchObject({ detail: { kind: 'cut' } });
  });

  it('tells an overloaded Anthropic by its status', async () => {
    const body = JSON.stringify({ type: 'error', error: { type: 'overloaded_error', message: 'secret' } });
    const headers = { 'content-type': 'application/json' };
    await expect(ask({ kind: 'wire', status: 529, headers, pieces: [body], end: 'end' })).rejects.toMatchObject({
      message: 'status 529, code none, type overloaded_error',
      detail: { kind: 'overloaded', status: 529 },
    });
  });

  it('takes a base URL with its last slash and without', async () => {
    for (const baseUrl of [`${origin()}/api/v1`, `${origin()}/api/v1/`]) {
      await ask({ kind: 'reply', words: ['Good day.'] }, openAiDialect('max_tokens'), baseUrl);
      expect(server.calls.at(-1)).toMatchObject({ path: '/api/v1/chat/completions' });
      expect(server.calls.at(-1)?.headers.authorization).toBe('Bearer k');
    }
  });
});
