import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { buildProviders } from './build-providers.ts';
import { DEFAULT_MODEL, upstreamFor } from './domain/catalogue.ts';
import type { CompletionProvider } from './domain/provider.ts';
import { LlmMetrics } from './llm-metrics.ts';
import { ModelCatalogueService } from './model-catalogue.service.ts';
import { ProviderMonitor } from './provider-monitor.ts';

/** A provider in its place, with what is known of its health. */
export interface ChainLink {
  provider: CompletionProvider;
  monitor: ProviderMonitor;
  /** The provider's own name of our model `name`; undefined when it has none. */
  upstream(name: string): string | undefined;
}

/** The providers of this process, first to last; never empty. */
@Injectable()
export class ProviderChain implements OnApplicationShutdown {
  readonly first: ChainLink;
  readonly links: readonly ChainLink[];

  constructor(catalogue: ModelCatalogueService, metrics: LlmMetrics, @InjectEnv() env: Env) {
    const breaker = {
      failuresToOpen: env.LLM_BREAKER_FAILURES,
      windowMs: env.LLM_BREAKER_WINDOW_MS,
      openMs: env.LLM_BREAKER_OPEN_MS,
    };
    const links = buildProviders(env).map((provider, position): ChainLink => {
      const { name, model } = provider;
      const isPinned = position === 0 && env.LLM_MODEL !== undefined;
      const asked = { name, model, isPinned, isOwn: name === 'custom' };
      return {
        provider,
        monitor: new ProviderMonitor(name, breaker, env.LLM_RETRY_AFTER_MAX_MS, metrics),
        // The demo voice speaks for every model.
        upstream: (wanted) => (provider.isDemo ? model : upstreamFor(wanted, asked, catalogue.latest)),
      };
    });
    const [first] = links;
    if (first === undefined) throw new Error('there is always a provider, if only the offline voice');
    this.first = first;
    this.links = links;
  }

  /** The upstream model that answers by default, for the record of a reply. */
  get defaultModel(): string {
    return this.first.upstream(DEFAULT_MODEL) ?? this.first.provider.model;
  }

  /** Late enough: replies under way end before it, in `beforeApplicationShutdown`. */
  onApplicationShutdown(): void {
    for (const { provider } of this.links) provider.close?.();
  }
}
