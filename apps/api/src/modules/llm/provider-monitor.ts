import { Logger } from '@nestjs/common';
import { type BreakerPass, type BreakerSettings, CircuitBreaker } from './domain/breaker.ts';
import { type FailureKind, TREATMENTS } from './domain/failure.ts';
import type { ProviderError } from './domain/provider.ts';
import type { LlmMetrics } from './llm-metrics.ts';

/** One request to a provider, from its start to its end. */
export interface WatchedRequest {
  /** The first text is here: the provider answers. */
  answered(): void;
  completed(): void;
  failed(error: ProviderError): void;
  /** Called in every case; what ended neither way before was left by its caller. */
  over(): void;
}

export interface ProviderFailureRecord {
  at: Date;
  kind: FailureKind;
  status: number | null;
}

/** What is known of a provider's health in this process: for the chain, for the metrics, for admins, and for the log. */
export class ProviderMonitor {
  lastAnswerAt: Date | null = null;
  lastFailure: ProviderFailureRecord | null = null;
  /** A wrong key or an empty account: told to the log once, until it answers again. */
  needsAttention = false;
  readonly breaker: CircuitBreaker;
  private readonly logger = new Logger('Llm');

  constructor(
    private readonly provider: string,
    settings: BreakerSettings,
    /** A provider that asks for more than this is left alone for as long as it asks. */
    private readonly retryAfterMaxMs: number,
    private readonly metrics: LlmMetrics,
  ) {
    this.breaker = new CircuitBreaker(settings, () => performance.now());
    metrics.setBreaker(provider, 'closed');
  }

  /** Undefined when the provider is not to be asked now. */
  enter(): WatchedRequest | undefined {
    const pass = this.breaker.enter();
    this.metrics.setBreaker(this.provider, this.breaker.state);
    return pass === undefined ? undefined : this.watch(pass, performance.now());
  }

  private watch(pass: BreakerPass, startedAtMs: number): WatchedRequest {
    let isOver = false;
    const end = (outcome: string): void => {
      isOver = true;
      this.metrics.countRequest(this.provider, outcome);
      this.metrics.setBreaker(this.provider, this.breaker.state);
    };
    return {
      answered: () => {
        this.metrics.observeFirstToken(this.provider, performance.now() - startedAtMs);
        this.lastAnswerAt = new Date();
        this.needsAttention = false;
        this.noteChange(() => pass.succeeded());
      },
      completed: () => end('completed'),
      failed: (error) => {
        this.noteFailure(error, pass);
        end(error.detail.kind);
      },
      over: () => {
        if (isOver) return;
        pass.dropped();
        end('abandoned');
      },
    };
  }

  private noteFailure(error: ProviderError, pass: BreakerPass): void {
    const { kind, status, retryAfterMs } = error.detail;
    this.lastFailure = { at: new Date(), kind, status: status ?? null };
    if (kind === 'credentials' && !this.needsAttention) {
      this.needsAttention = true;
      this.logger.error(`${this.provider} doesn't take our key or has no credit left: ${error.message}`);
    }
    this.noteChange(() => {
      if (TREATMENTS[kind].blames) pass.failed();
      // It answers, if not as we wished.
      else pass.succeeded();
      if (retryAfterMs !== undefined && retryAfterMs > this.retryAfterMaxMs) this.breaker.rest(retryAfterMs);
    });
  }

  private noteChange(change: () => void): void {
    const wasOpen = this.breaker.reopensAtMs !== undefined;
    change();
    const isOpen = this.breaker.reopensAtMs !== undefined;
    if (isOpen && !wasOpen) this.logger.warn(`${this.provider} fails and is left alone for a while`);
    if (wasOpen && !isOpen) this.logger.log(`${this.provider} answers again`);
  }
}
