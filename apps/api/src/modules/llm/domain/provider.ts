/** One turn of a conversation, as every chat model takes it. */
export interface ChatTurn {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** What a provider needs to answer. `flavour` is for the offline voice only; a real model reads `turns`. */
export interface CompletionRequest {
  turns: readonly ChatTurn[];
  maxTokens: number;
  flavour: PersonaFlavour;
}

/** The persona's own words, from which the offline voice makes its replies. */
export interface PersonaFlavour {
  name: string;
  greeting: string;
  lines: readonly string[];
}

/** Tokens of one completion. `estimated` when the provider didn't say and they were counted here. */
export interface Usage {
  promptTokens: number;
  completionTokens: number;
  estimated: boolean;
}

/** What a stream yields: text as it comes, and usage when it is known. */
export type CompletionEvent = { kind: 'text'; text: string } | { kind: 'usage'; usage: Usage };

/** Something that answers chat turns as a stream. */
export interface CompletionProvider {
  readonly name: string;
  readonly model: string;
  /** True for the built-in voice: the UI says that nobody is thinking here. */
  readonly isDemo: boolean;
  /**
   * Streams a reply. `signal` ends it at once, down to the connection.
   * Throws a ProviderError; a stream that ends without text is the caller's to judge.
   */
  stream(request: CompletionRequest, signal: AbortSignal): AsyncIterable<CompletionEvent>;
}

export type ProviderFailure = 'provider_failed' | 'provider_timeout' | 'provider_empty';

/** A provider that didn't deliver. The message is for the log: it names codes and quotes neither the provider nor anybody's words. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';

  constructor(
    readonly code: ProviderFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
