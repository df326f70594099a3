import { Injectable } from '@nestjs/common';
import type { ModelOffer } from './domain/catalogue.ts';
import type { CompletionProvider, CompletionRequest, ReplyEvent } from './domain/provider.ts';
import { ModelCatalogueService } from './model-catalogue.service.ts';
import { ProviderChain } from './provider-chain.ts';
import { StreamCompletionService } from './stream-completion.service.ts';

@Injectable()
export class LlmFacade {
  constructor(
    private readonly chain: ProviderChain,
    private readonly completion: StreamCompletionService,
    private readonly catalogue: ModelCatalogueService,
  ) {}

  /** Which model answers by default, and whether it is the demo voice. */
  get voice(): Pick<CompletionProvider, 'model' | 'isDemo'> {
    return { model: this.chain.defaultModel, isDemo: this.chain.first.provider.isDemo };
  }

  /**
   * Streams a reply: text as it comes, and at the end its usage, once, with who answered: it need not be `voice`. Usage is estimated when the
   * provider said nothing, or nothing that one can believe. There are
   * limits on the connection, the first token, every pause and the whole. Before the first token it tries again and asks the next provider;
   * after it a failure is the end. Aborting `signal`, or leaving the loop, ends the provider's connection; aborting throws the signal's reason,
   * and everything else that goes wrong is a ProviderError (provider_failed, provider_timeout, provider_empty).
   */
  stream(request: CompletionRequest, signal: AbortSignal): AsyncGenerator<ReplyEvent> {
    return this.completion.stream(request, signal);
  }

  /**
   * The models that are offered, with their rates, in the order in which people see them. From memory, at most LLM_CATALOGUE_MAX_AGE_MS old;
   * throws what the database throws only when it was away for that long.
   */
  async listModels(): Promise<readonly ModelOffer[]> {
    return [...(await this.catalogue.current()).values()];
  }

  /** A model that is offered, by our name for it; undefined when there is none. As fresh as `listModels`. */
  async findModel(name: string): Promise<ModelOffer | undefined> {
    return (await this.catalogue.current()).get(name);
  }
}
