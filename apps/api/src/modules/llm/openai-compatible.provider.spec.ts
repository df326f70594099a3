import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProviderError } from './domain/provider.ts';
import { OpenAiCompatibleProvider } from './openai-compatible.provider.ts';

const PRIVATE = 'a sentence that only the fan and the persona know';

describe('what a failing provider leaves for the log', () => {
  let server: Server;
  let answer: { status: number; body: string };

  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume();
      response.writeHead(answer.status, {
        'content-type': answer.status === 200 ? 'text/event-stream' : 'application/json',
      });
      response.end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const failure = async (status: number, body: string): Promise<ProviderError> => {
    answer = { status, body };
    const { port } = server.address() as AddressInfo;
    const provider = new OpenAiCompatibleProvider({
      name: 'test',
      baseUrl: `http://127.0.0.1:${port}/v1`,
      apiKey: 'none',
      model: 'm',
      connectTimeoutMs: 2_000,
    });
    const request = {
      turns: [{ role: 'user' as const, content: PRIVATE }],
      maxTokens: 10,
      flavour: { name: 'N', greeting: '', lines: [] },
    };
    try {
      for await (const _ of provider.stream(request, new AbortController().signal));
    } catch (error) {
      if (error instanceof ProviderError) return error;
      throw error;
    }
    throw new Error('the provider did not fail');
  };
  /** Everything that a log could print of an error. */
  const printed = (error: unknown): string =>
    error instanceof Error ? `${error.stack}${JSON.stringify(error)}${printed(error.cause)}` : String(error);

  it('is the status, the code and the type, and not the text, which may quote the prompt', async () => {
    const error = await failure(
      400,
      JSON.stringify({
        error: { message: `flagged: ${PRIVATE}`, code: 'content_filter', type: 'invalid_request', param: PRIVATE },
      }),
    );
    expect(error.code).toBe('provider_failed');
    expect(error.message).toBe('status 400, code content_filter, type invalid_request');
    expect(printed(error)).not.toContain(PRIVATE);
  });

  it('drops a code or a type that is not one word', async () => {
    const error = await failure(
      500,
      JSON.stringify({ error: { message: 'no', code: `no: ${PRIVATE}`, type: { text: PRIVATE } } }),
    );
    expect(error.message).toBe('status 500, code none, type none');
    expect(printed(error)).not.toContain(PRIVATE);
  });

  it('holds nothing of an error in the middle of the stream, nor of one that is no JSON', async () => {
    const inStream = await failure(
      200,
      `data: ${JSON.stringify({ error: { message: PRIVATE, code: 'overloaded' } })}\n\n`,
    );
    const garbage = await failure(200, `data: {"${PRIVATE}\n\n`);
    const page = await failure(502, `<html>${PRIVATE}</html>`);
    expect(inStream.message).toContain('overloaded');
    for (const error of [inStream, garbage, page]) expect(printed(error)).not.toContain(PRIVATE);
  });
});
