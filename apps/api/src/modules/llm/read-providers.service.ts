import { Injectable } from '@nestjs/common';
import type { LlmProviders } from '@troupe/contracts/http/llm';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { describeProviders } from '../../platform/config/llm-env.ts';
import { DEFAULT_MODEL } from './domain/catalogue.ts';
import { type ChainLink, ProviderChain } from './provider-chain.ts';

/** The providers' health as this process knows it. */
@Injectable()
export class ReadProvidersService {
  constructor(
    private readonly chain: ProviderChain,
    @InjectEnv() private readonly env: Env,
  ) {}

  read(): LlmProviders {
    const asked = new Set(this.chain.links.map(({ provider }) => provider.name));
    return {
      providers: this.chain.links.map(describe),
      unused: describeProviders(this.env).filter(({ name }) => !asked.has(name)),
    };
  }
}

function describe({ provider, monitor, upstream }: ChainLink): LlmProviders['providers'][number] {
  const { breaker, lastAnswerAt, lastFailure, needsAttention } = monitor;
  const probeInMs = breaker.reopensAtMs === undefined ? undefined : breaker.reopensAtMs - performance.now();
  return {
    name: provider.name,
    model: upstream(DEFAULT_MODEL) ?? provider.model,
    isDemo: provider.isDemo,
    breaker: breaker.state,
    probeAt: probeInMs === undefined ? null : new Date(Date.now() + probeInMs).toISOString(),
    failuresInWindow: breaker.failuresInWindow,
    lastAnswerAt: lastAnswerAt?.toISOString() ?? null,
    lastFailure: lastFailure === null ? null : { ...lastFailure, at: lastFailure.at.toISOString() },
    needsAttention,
  };
}
