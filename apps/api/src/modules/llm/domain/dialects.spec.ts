import { anthropicDialect } from './anthropic-dialect.ts';
import { openAiDialect } from './openai-dialect.ts';
import { type CompletionRequest, NO_FLAVOUR, ProviderError } from './provider.ts';

const request: CompletionRequest = {
  turns: [
    { role: 'system', content: 'You are Orla.' },
    { role: 'assistant', content: 'Come in.' },
    { role: 'user', content: 'Hello' },
    { role: 'system', content: 'Keep it short.' },
    { role: 'user', content: '  ' },
    { role: 'user', content: 'Anybody?' },
    { role: 'assistant', content: 'Mind the ' },
  ],
  maxTokens: 50,
  flavour: NO_FLAVOUR,
};
const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('OpenAI’s chat completions', () => {
  const dialect = openAiDialect('max_tokens');

  it('asks for a stream with usage, under the name that the server knows for the limit', () => {
    expect(dialect.body(request, 'up/stream')).toMatchObject({
      model: 'up/stream',
      max_tokens: 50,
      stream: true,
      stream_options: { include_usage: true },
    });
    expect(openAiDialect('max_completion_tokens').body(request, 'm')).toMatchObject({ max_completion_tokens: 50 });
  });

  it('reads text, thinking, the end, and the last figures', () => {
    const reader = dialect.openReader(request);
    const read = (chunk: object) => reader.read(JSON.stringify(chunk));
    expect(read({ choices: [{ delta: { role: 'assistant', content: '' } }] })).toBeUndefined();
    expect(read({ choices: [{ delta: { content: null, reasoning: 'Hm' } }] })).toEqual({ kind: 'alive' });
    expect(
      read({ choices: [{ delta: { content: 'Yes' } }], usage: { prompt_tokens: 5, completion_tokens: 1 } }),
    ).toEqual({
      kind: 'text',
      text: 'Yes',
    });
    expect(reader.isFinished).toBe(false);
    expect(read({ choices: [{ delta: {}, finish_reason: 'stop' }] })).toBeUndefined();
    expect(read({ choices: [], usage: { prompt_tokens: 5, completion_tokens: 2 } })).toBeUndefined();
    expect(reader.isFinished).toBe(true);
    expect(reader.usage).toEqual({ promptTokens: 5, completionTokens: 2, estimated: false });
  });

  it('takes [DONE] for an end too, and strange shapes for nothing', () => {
    const reader = dialect.openReader(request);
    for (const odd of ['null', '4', '[]', '{"choices":4}', '{"choices":[null]}', '{"choices":[{"delta":"x"}]}']) {
      expect(reader.read(odd)).toBeUndefined();
    }
    expect(reader.isFinished).toBe(false);
    reader.read('[DONE]');
    expect(reader.isFinished).toBe(true);
    expect(reader.usage).toBeUndefined();
  });

  it('throws errors by their words: a status for a code is what it says', () => {
    const read = (error: object) => thrownBy(() => dialect.openReader(request).read(JSON.stringify({ error })));
    expect(read({ code: 429, message: 'secret' })).toMatchObject({
      message: 'an error event, code 429, type none',
      detail: { kind: 'rate_limited' },
    });
    expect(read({ code: 'no: secret', type: 'overloaded' })).toMatchObject({
      message: 'an error event, code none, type overloaded',
      detail: { kind: 'overloaded' },
    });
    const garbage = thrownBy(() => dialect.openReader(request).read('{"secret'));
    expect(garbage).toBeInstanceOf(ProviderError);
    expect(garbage).toMatchObject({ message: 'a chunk is not JSON', detail: { kind: 'garbage' } });
    expect((garbage as Error).cause).toBeUndefined();
  });
});

describe('Anthropic’s messages', () => {
  it('puts system turns apart, begins with the person, and leaves out what would be refused', () => {
    expect(anthropicDialect.body(request, 'claude')).toEqual({
      model: 'claude',
      max_tokens: 50,
      system: 'You are Orla.\n\nKeep it short.',
      messages: [
        { role: 'user', content: '…' },
        { role: 'assistant', content: 'Come in.' },
        { role: 'user', content: 'Hello\n\nAnybody?' },
        { role: 'assistant', content: 'Mind the' },
      ],
      stream: true,
    });
    expect(anthropicDialect.headers('k')).toEqual({ 'x-api-key': 'k', 'anthropic-version': '2023-06-01' });
  });

  it('reads text, thinking, the end, and usage from both of its places', () => {
    const reader = anthropicDialect.openReader(request);
    const read = (event: object) => reader.read(JSON.stringify(event));
    expect(read({ type: 'message_start', message: { usage: { input_tokens: 12, output_tokens: 1 } } })).toBeUndefined();
    expect(read({ type: 'ping' })).toBeUndefined();
    expect(read({ type: 'content_block_delta', delta: { type: 'thinking_delta', thinking: 'Hm' } })).toEqual({
      kind: 'alive',
    });
    expect(read({ type: 'content_block_delta', delta: { type: 'text_delta', text: 'Yes' } })).toEqual({
      kind: 'text',
      text: 'Yes',
    });
    expect(reader.usage).toBeUndefined();
    read({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 7 } });
    expect(reader.isFinished).toBe(true);
    expect(reader.usage).toEqual({ promptTokens: 12, completionTokens: 7, estimated: false });
    expect(anthropicDialect.isLast({ event: 'message_stop', data: '{}' })).toBe(true);
  });

  it('throws error events', () => {
    const event = { type: 'error', error: { type: 'overloaded_error', message: 'secret' } };
    expect(thrownBy(() => anthropicDialect.openReader(request).read(JSON.stringify(event)))).toMatchObject({
      message: 'an error event, code none, type overloaded_error',
      detail: { kind: 'overloaded' },
    });
  });
});
