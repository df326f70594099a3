import { Injectable } from '@nestjs/common';
import { Metrics } from '../../platform/metrics/metrics.service.ts';
import type { BreakerState } from './domain/breaker.ts';

const FIRST_TOKEN_SECONDS = [0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3, 6, 12, 25];
const BREAKER_VALUES = { closed: 0, half_open: 1, open: 2 } as const satisfies Record<BreakerState, number>;

/** The module's figures. Labels are names of the configuration and kinds of failures: a handful of series. */
@Injectable()
export class LlmMetrics {
  private readonly requests;
  private readonly firstToken;
  private readonly breaker;

  constructor(metrics: Metrics) {
    const labels = ['provider', 'outcome'] as const;
    this.requests = metrics.counter('llm_requests_total', 'Requests to providers, each attempt one', labels);
    this.firstToken = metrics.histogram(
      'llm_first_token_seconds',
      'Time from a request to a provider to its first text',
      FIRST_TOKEN_SECONDS,
      ['provider'] as const,
    );
    this.breaker = metrics.gauge('llm_breaker_state', '0 closed, 1 half open, 2 open', ['provider'] as const);
  }

  countRequest(provider: string, outcome: string): void {
    this.requests.inc({ provider, outcome });
  }

  observeFirstToken(provider: string, afterMs: number): void {
    this.firstToken.observe({ provider }, afterMs / 1_000);
  }

  setBreaker(provider: string, state: BreakerState): void {
    this.breaker.set({ provider }, BREAKER_VALUES[state]);
  }
}
