import { Logger } from '@nestjs/common';
import type { Database } from '@troupe/database';
import { FAULT_SECRET, type LlmFault, llmFaults } from '@troupe/test-kit/llm-faults';
import { type LlmServer, startLlmServer } from '@troupe/test-kit/llm-server';
import { until } from '@troupe/test-kit/until';
import { readEnv } from '../../platform/config/env.ts';
import { Metrics } from '../../platform/metrics/metrics.service.ts';
import { type CompletionRequest, NO_FLAVOUR, ProviderError, type ReplyEvent } from './domain/provider.ts';
import { LlmRepository } from './llm.repository.ts';
import { LlmMetrics } from './llm-metrics.ts';
import { ModelCatalogueService } from './model-catalogue.service.ts';
import { ProviderChain } from './provider-chain.ts';
import { ReadProvidersService } from './read-providers.service.ts';
import { StreamCompletionService } from './stream-completion.service.ts';

const PROMPT = 'what nobody but the model may read';
const KEY = 'sk-first-key-that-stays-secret';
const WORDS = ['Mind ', 'the ', 'stairs.'];
const SECOND = 'From the second.';
const REQUEST: CompletionRequest = {
  turns: [{ role: 'user', content: PROMPT }],
  maxTokens: 100,
  flavour: NO_FLAVOUR,
};

/** A chain of two local providers, the second of which always answers. */
describe('when a provider lets us down', () => {
  let first: LlmServer;
  let second: LlmServer;
  let chains: ProviderChain[];
  let log: string[];

  beforeAll(async () => {
    [first, second] = await Promise.all([startLlmServer(), startLlmServer()]);
  });
  afterAll(async () => {
    await Promise.all([first.close(), second.close()]);
  });
  beforeEach(() => {
    log = [];
    chains = [];
    const keep = (level: string) => (message: unknown) => void log.push(`${level}: ${String(message)}`);
    Logger.overrideLogger({ log: keep('log'), warn: keep('warn'), error: keep('error') });
    first.script({ kind: 'reply', words: WORDS });
    second.script({ kind: 'reply', words: [SECOND] });
  });
  afterEach(async () => {
    for (const chain of chains) chain.onApplicationShutdown();
    await until('no connection is left', () => first.connections + second.connections === 0);
    for (const line of log) expect(line).not.toMatch(new RegExp(`${PROMPT}|${FAULT_SECRET}|${KEY}|Mind|stairs`));
  });

  const open = (settings: Record<string, string> = {}) => {
    const env = readEnv({
      DATABASE_URL: 'postgresql://nobody@localhost/nothing',
      JWT_SECRET: 'x'.repeat(32),
      SANDBOX_WEBHOOK_SECRET: 'y'.repeat(32),
      LLM_BASE_URL: first.baseUrl,
      LLM_API_KEY: KEY,
      OPENAI_BASE_URL: second.baseUrl,
      OPENAI_API_KEY: 'sk-second-key',
      LLM_FALLBACKS: 'openai',
      LLM_FIRST_TOKEN_TIMEOUT_MS: '150',
      LLM_IDLE_TIMEOUT_MS: '150',
      LLM_RETRIES: '1',
      ...settings,
    });
    const metrics = new Metrics();
    const catalogue = new ModelCatalogueService(new LlmRepository({} as Database), env);
    const chain = new ProviderChain(catalogue, new LlmMetrics(metrics), env);
    chains.push(chain);
    const health = new ReadProvidersService(chain, env);
    const completion = new StreamCompletionService(chain, env);
    return {
      stream: (signal = new AbortController().signal) => completion.stream(REQUEST, signal),
      healthOfFirst: () => health.read().providers[0],
      metrics: async () => (await metrics.render()).text,
    };
  };
  /** What came, and the error at the end if there was one. */
  const collect = async (stream: AsyncIterable<ReplyEvent>) => {
    const events: ReplyEvent[] = [];
    let error: ProviderError | undefined;
    try {
      for await (const event of stream) events.push(event);
    } catch (thrown) {
      if (!(thrown instanceof ProviderError)) throw thrown;
      error = thrown;
    }
    const text = events.map((event) => (event.kind === 'text' ? event.text : '')).join('');
    return { text, error, usage: events.flatMap((event) => (event.kind === 'usage' ? [event.usage] : [])) };
  };
  const callsOf = async (server: LlmServer, work: () => Promise<unknown>): Promise<number> => {
    let calls = 0;
    const before = new Set(server.calls);
    await work();
    for (const call of server.calls) if (!before.has(call)) calls += 1;
    return calls;
  };

  const beforeFirstToken: [LlmFault, attempts: number, code: string, kind: string][] = [
    ['unauthorized', 1, 'provider_failed', 'credentials'],
    ['unpaid', 1, 'provider_failed', 'credentials'],
    ['rateLimited', 2, 'provider_failed', 'rate_limited'],
    ['rateLimitedForLong', 1, 'provider_failed', 'rate_limited'],
    ['serverError', 2, 'provider_failed', 'overloaded'],
    ['hangBeforeHeaders', 1, 'provider_timeout', 'timeout'],
    ['cutBeforeHeaders', 2, 'provider_failed', 'unreachable'],
    ['hangMidStream', 1, 'provider_timeout', 'timeout'],
    ['cutMidChunk', 2, 'provider_failed', 'cut'],
    ['endWithoutFinish', 2, 'provider_failed', 'cut'],
    ['invalidJson', 1, 'provider_failed', 'garbage'],
    ['htmlPage', 1, 'provider_failed', 'garbage'],
    ['errorEvent', 2, 'provider_failed', 'overloaded'],
    ['longLine', 1, 'provider_failed', 'garbage'],
    ['empty', 1, 'provider_empty', 'empty'],
  ];

  it.each(beforeFirstToken)(
    'before the first token, %s: asked %d time(s), then the next one answers',
    async (fault, attempts, code, kind) => {
      first.script(llmFaults([])[fault]);
      const house = open();
      let result: Awaited<ReturnType<typeof collect>> | undefined;
      expect(
        await callsOf(first, async () => {
          result = await collect(house.stream());
        }),
      ).toBe(attempts);
      expect(result).toMatchObject({ text: SECOND, error: undefined });
      expect(house.healthOfFirst()?.lastFailure).toMatchObject({ kind });
      expect(log.filter((line) => line.startsWith('error'))).toHaveLength(kind === 'credentials' ? 1 : 0);

      const alone = open({ LLM_FALLBACKS: '', LLM_RETRIES: '0' });
      expect((await collect(alone.stream())).error).toMatchObject({ code, detail: { kind } });
    },
  );

  const afterFirstToken: [LlmFault, code: string, kind: string][] = [
    ['hangMidStream', 'provider_timeout', 'timeout'],
    ['cutMidChunk', 'provider_failed', 'cut'],
    ['endWithoutFinish', 'provider_failed', 'cut'],
    ['invalidJson', 'provider_failed', 'garbage'],
    ['errorEvent', 'provider_failed', 'overloaded'],
    ['longLine', 'provider_failed', 'garbage'],
  ];

  it.each(afterFirstToken)(
    'after the first token, %s: what came stays, and nobody is asked again',
    async (fault, code, kind) => {
      first.script(llmFaults(WORDS)[fault]);
      const house = open();
      let result: Awaited<ReturnType<typeof collect>> | undefined;
      const calls = await callsOf(first, async () => {
        expect(
          await callsOf(second, async () => {
            result = await collect(house.stream());
          }),
        ).toBe(0);
      });
      expect(calls).toBe(1);
      expect(result).toMatchObject({ text: WORDS.join(''), error: { code, detail: { kind } } });
    },
  );

  it('refuses connections: asked again, then the next one answers', async () => {
    await first.goAway();
    const house = open();
    expect(await collect(house.stream())).toMatchObject({ text: SECOND, error: undefined });
    expect(log.filter((line) => line.includes('ECONNREFUSED'))).toHaveLength(2);
    await first.comeBack();
    expect(await collect(house.stream())).toMatchObject({ text: WORDS.join('') });
  });

  it('never stops: the limit on the whole ends it, and its connection', async () => {
    first.script(llmFaults(WORDS).endless);
    const { error, text } = await collect(open({ LLM_TOTAL_TIMEOUT_MS: '1000' }).stream());
    expect(error).toMatchObject({ code: 'provider_timeout', detail: { kind: 'timeout' } });
    expect(text.length).toBeGreaterThan(WORDS.join('').length);
  });

  const estimated = { promptTokens: Math.ceil(PROMPT.length / 4) + 4, completionTokens: 4, estimated: true };
  it.each([
    ['usageMissing', estimated],
    ['usageNegative', estimated],
    ['usageAbsurd', estimated],
    ['usageZero', { promptTokens: 0, completionTokens: 0, estimated: false }],
    ['comments', { promptTokens: 10, completionTokens: 4, estimated: false }],
  ] as const)('%s: the reply is whole, and its usage is said once', async (fault, usage) => {
    first.script(llmFaults(WORDS)[fault]);
    expect(await collect(open().stream())).toEqual({ text: WORDS.join(''), error: undefined, usage: [usage] });
  });

  it('splits characters over packets: they arrive whole', async () => {
    first.script(llmFaults([]).splitCharacters);
    expect((await collect(open({ LLM_IDLE_TIMEOUT_MS: '2000' }).stream())).text).toBe('Curtain 🎭 – é');
  });

  it('tells the log of a wrong key once, and health until it answers again', async () => {
    first.script(llmFaults([]).unauthorized);
    const house = open();
    await collect(house.stream());
    await collect(house.stream());
    expect(log.filter((line) => line.startsWith('error'))).toEqual([
      "error: custom doesn't take our key or has no credit left: status 401, code scripted, type scripted_failure",
    ]);
    expect(house.healthOfFirst()).toMatchObject({
      needsAttention: true,
      lastFailure: { kind: 'credentials', status: 401 },
    });
    first.script({ kind: 'reply', words: WORDS });
    await collect(house.stream());
    expect(house.healthOfFirst()).toMatchObject({ needsAttention: false });
  });

  it('is left alone after some failures, and asked again by one request when its time is over', async () => {
    first.script(llmFaults([]).serverError);
    const house = open({ LLM_BREAKER_FAILURES: '2', LLM_BREAKER_OPEN_MS: '200' });
    await collect(house.stream());
    expect(house.healthOfFirst()).toMatchObject({ breaker: 'open', probeAt: expect.any(String) });
    expect(await callsOf(first, () => collect(house.stream()))).toBe(0);
    expect(await house.metrics()).toContain('llm_breaker_state{provider="custom"} 2');
    first.script({ kind: 'reply', words: WORDS });
    await until('its time is over', () => house.healthOfFirst()?.breaker === 'half_open');
    expect(await collect(house.stream())).toMatchObject({ text: WORDS.join('') });
    expect(house.healthOfFirst()).toMatchObject({ breaker: 'closed', failuresInWindow: 0 });
    const figures = await house.metrics();
    expect(figures).toContain('llm_requests_total{provider="custom",outcome="overloaded"} 2');
    expect(figures).toContain('llm_requests_total{provider="custom",outcome="completed"} 1');
    expect(figures).toContain('llm_first_token_seconds_count{provider="openai"} 2');
  });

  it('asks for a second: is asked again after it, and not before', async () => {
    const calledAtMs: number[] = [];
    first.script(() => {
      calledAtMs.push(performance.now());
      return calledAtMs.length === 1 ? llmFaults([]).rateLimited : { kind: 'reply', words: WORDS };
    });
    expect((await collect(open().stream())).text).toBe(WORDS.join(''));
    const [refusedAtMs = 0, answeredAtMs = 0] = calledAtMs;
    expect(answeredAtMs - refusedAtMs).toBeGreaterThanOrEqual(1_000);
  });

  it('asks to be left alone for half a minute: is, and nobody waits for it', async () => {
    first.script(llmFaults([]).rateLimitedForLong);
    const house = open();
    await collect(house.stream());
    const health = house.healthOfFirst();
    expect(health?.breaker).toBe('open');
    const restMs = Date.parse(health?.probeAt ?? '') - Date.now();
    expect(restMs).toBeGreaterThan(20_000);
    expect(restMs).toBeLessThanOrEqual(30_000);
  });

  it('is closed down to the socket when the caller stops, or leaves the loop', async () => {
    first.script(llmFaults(WORDS).hangMidStream);
    const house = open({ LLM_IDLE_TIMEOUT_MS: '20000' });
    const stop = new AbortController();
    const reason = new Error('the fan stopped');
    const stopped = collect(house.stream(stop.signal));
    await until('it streams', () => first.connections === 1);
    stop.abort(reason);
    await expect(stopped).rejects.toBe(reason);
    await until('its socket is closed', () => first.connections === 0);

    for await (const event of house.stream()) if (event.kind === 'text') break;
    await until('its socket is closed', () => first.connections === 0);
    expect(await house.metrics()).toContain('llm_requests_total{provider="custom",outcome="abandoned"} 2');
    expect(house.healthOfFirst()?.lastFailure).toBeNull();
  });

  it('keeps connections for the next replies when the last ones ended well', async () => {
    const house = open();
    for (let count = 0; count < 5; count += 1) await collect(house.stream());
    // Two, because a reply is over for its reader a moment before its connection is free.
    expect(first.connections).toBeLessThanOrEqual(2);
    expect(first.calls.at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`);
  });
});
