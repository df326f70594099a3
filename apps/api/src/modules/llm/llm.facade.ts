import { Injectable } from '@nestjs/common';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { chooseProvider } from './choose-provider.ts';
import type { CompletionEvent, CompletionProvider, CompletionRequest } from './domain/provider.ts';
import { watch } from './domain/watchdog.ts';

@Injectable()
export class LlmFacade {
  private readonly provider: CompletionProvider;

  constructor(@InjectEnv() private readonly env: Env) {
    this.provider = chooseProvider(env);
  }

  /** Which model answers, and whether it is the demo voice. */
  get voice(): Pick<CompletionProvider, 'model' | 'isDemo'> {
    return this.provider;
  }

  /**
   * Streams a reply, with limits on the first token, on every pause and on the whole. Aborting `signal` ends the provider's connection and
   * throws the signal's reason; everything else that goes wrong is a ProviderError.
   */
  async *stream(request: CompletionRequest, signal: AbortSignal): AsyncGenerator<CompletionEvent> {
    const connection = new AbortController();
    const combined = AbortSignal.any([signal, connection.signal]);
    const limits = {
      firstTokenTimeoutMs: this.env.LLM_FIRST_TOKEN_TIMEOUT_MS,
      idleTimeoutMs: this.env.LLM_IDLE_TIMEOUT_MS,
      totalTimeoutMs: this.env.LLM_TOTAL_TIMEOUT_MS,
    };
    yield* watch(this.provider.stream(request, combined), limits, () => connection.abort());
  }
}
