import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { DEFAULT_MODEL } from './domain/catalogue.ts';
import { retryDelayMs, TREATMENTS } from './domain/failure.ts';
import { type CompletionRequest, ProviderError, type ReplyEvent, type Usage } from './domain/provider.ts';
import { estimateUsage } from './domain/usage.ts';
import { Watchdog } from './domain/watchdog.ts';
import { type ChainLink, ProviderChain } from './provider-chain.ts';
import type { WatchedRequest } from './provider-monitor.ts';

/** One request to one provider. */
interface Attempt {
  link: ChainLink;
  upstream: string;
  watched: WatchedRequest;
  leftMs: number;
}

/**
 * Streams one reply from the first provider of the chain that gives one. Before the first token a failure leads to another attempt, here or
 * at the next provider; after it, people have read words that nobody else would go on from, and the failure is the end.
 */
@Injectable()
export class StreamCompletionService {
  private readonly logger = new Logger('Llm');

  constructor(
    private readonly chain: ProviderChain,
    @InjectEnv() private readonly env: Env,
  ) {}

  /** Text, then usage, once. Throws `signal`'s reason when it is aborted, and a ProviderError otherwise. */
  async *stream(request: CompletionRequest, signal: AbortSignal): AsyncGenerator<ReplyEvent> {
    const deadlineMs = performance.now() + this.env.LLM_TOTAL_TIMEOUT_MS;
    let failure: ProviderError | undefined;
    for (const link of this.chain.links) {
      const upstream = link.upstream(request.model ?? DEFAULT_MODEL);
      for (let count = 1; upstream !== undefined; count += 1) {
        const leftMs = deadlineMs - performance.now();
        const watched = leftMs > 0 ? link.monitor.enter() : undefined;
        if (watched === undefined) break;
        failure = yield* this.attempt({ link, upstream, watched, leftMs }, request, signal);
        if (failure === undefined) return;
        const waitMs = this.waitBeforeRetry(failure, count, deadlineMs);
        this.logger.warn(
          `${link.provider.name}: ${failure.code}: ${failure.message}; ${waitMs === undefined ? 'no more here' : `again in ${waitMs} ms`}`,
        );
        if (waitMs === undefined) break;
        await pause(waitMs, signal);
      }
    }
    throw failure ?? new ProviderError('provider_failed', 'no provider can be asked now', { kind: 'unavailable' });
  }

  /** Answers the failure when nothing was delivered, and throws it when something was. */
  private async *attempt(
    { link, upstream, watched, leftMs }: Attempt,
    request: CompletionRequest,
    signal: AbortSignal,
  ): AsyncGenerator<ReplyEvent, ProviderError | undefined> {
    const watchdog = this.watchdog(leftMs);
    const abort = (): void => watchdog.end(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    let text = '';
    let usage: Usage | undefined;
    try {
      signal.throwIfAborted();
      for await (const event of link.provider.stream(request, watchdog.signal, upstream)) {
        watchdog.touch();
        if (event.kind === 'usage') usage = event.usage;
        if (event.kind !== 'text') continue;
        if (text === '') watched.answered();
        text += event.text;
        yield event;
      }
      if (text === '') throw new ProviderError('provider_empty', 'a reply without text', { kind: 'empty' });
      watched.completed();
      usage ??= estimateUsage(request.turns, text);
      yield { kind: 'usage', usage, provider: link.provider.name, upstream };
      return undefined;
    } catch (thrown) {
      signal.throwIfAborted();
      // A clock that ran out, however the provider put it when its signal was aborted.
      const error: unknown = watchdog.signal.aborted ? watchdog.signal.reason : thrown;
      if (!(error instanceof ProviderError)) throw error;
      watched.failed(error);
      if (text !== '') throw error;
      return error;
    } finally {
      signal.removeEventListener('abort', abort);
      watchdog.end();
      watched.over();
    }
  }

  private watchdog(leftMs: number): Watchdog {
    return new Watchdog({
      firstTokenTimeoutMs: this.env.LLM_FIRST_TOKEN_TIMEOUT_MS,
      idleTimeoutMs: this.env.LLM_IDLE_TIMEOUT_MS,
      totalTimeoutMs: leftMs,
    });
  }

  /** Undefined when the same provider is not to be asked again. */
  private waitBeforeRetry({ detail }: ProviderError, count: number, deadlineMs: number): number | undefined {
    if (!TREATMENTS[detail.kind].retry || count > this.env.LLM_RETRIES) return undefined;
    if ((detail.retryAfterMs ?? 0) > this.env.LLM_RETRY_AFTER_MAX_MS) return undefined;
    const waitMs = retryDelayMs(count, detail.retryAfterMs, Math.random());
    return performance.now() + waitMs < deadlineMs ? waitMs : undefined;
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
