export { estimatePromptTokens, estimateTokens } from './domain/estimate-tokens.ts';
export { type CompletionRequest, NO_FLAVOUR, ProviderError, type Usage } from './domain/provider.ts';
export { LlmFacade } from './llm.facade.ts';
export { LlmModule } from './llm.module.ts';
