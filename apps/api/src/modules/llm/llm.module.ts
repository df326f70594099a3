import { Module } from '@nestjs/common';
import { LlmController } from './llm.controller.ts';
import { LlmFacade } from './llm.facade.ts';
import { LlmRepository } from './llm.repository.ts';
import { LlmMetrics } from './llm-metrics.ts';
import { ModelCatalogueService } from './model-catalogue.service.ts';
import { ProviderChain } from './provider-chain.ts';
import { ReadProvidersService } from './read-providers.service.ts';
import { StreamCompletionService } from './stream-completion.service.ts';

@Module({
  controllers: [LlmController],
  providers: [
    LlmRepository,
    LlmMetrics,
    ModelCatalogueService,
    ProviderChain,
    ReadProvidersService,
    StreamCompletionService,
    LlmFacade,
  ],
  exports: [LlmFacade],
})
export class LlmModule {}
