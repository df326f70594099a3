import type { Dialect } from './domain/dialect.ts';
import {
  type CompletionProvider,
  type CompletionRequest,
  ProviderError,
  type ProviderEvent,
} from './domain/provider.ts';
import { EventStreamClient, type WireLimits } from './wire/event-stream.ts';

export interface WireProviderOptions {
  name: string;
  baseUrl: string;
  apiKey: string;
  /** The provider's own name of the model that is asked for when the catalogue names none. */
  model: string;
  dialect: Dialect;
  limits: WireLimits;
}

/** A provider at the other end of a wire; what it speaks is its dialect's matter. No retries here: a second attempt is the chain's decision. */
export class WireProvider implements CompletionProvider {
  readonly isDemo = false;
  readonly name: string;
  readonly model: string;
  readonly #options: WireProviderOptions;
  readonly #client: EventStreamClient;
  readonly #url: URL;

  constructor(options: WireProviderOptions) {
    this.#options = options;
    this.name = options.name;
    this.model = options.model;
    // A base URL's path counts with or without its last slash.
    this.#url = new URL(options.dialect.path, options.baseUrl.replace(/\/*$/, '/'));
    this.#client = new EventStreamClient(options.baseUrl, options.limits);
  }

  async *stream(request: CompletionRequest, signal: AbortSignal, upstream: string): AsyncGenerator<ProviderEvent> {
    const { dialect, apiKey } = this.#options;
    const reader = dialect.openReader(request);
    const events = this.#client.events(
      {
        url: this.#url,
        headers: dialect.headers(apiKey),
        body: JSON.stringify(dialect.body(request, upstream)),
        isLast: dialect.isLast,
      },
      signal,
    );
    try {
      for await (const { data } of events) {
        const event = reader.read(data);
        if (event !== undefined) yield event;
      }
    } catch (error) {
      // The whole reply is here, and only its figures or its farewell are missing: nobody is worse off.
      const isProviders = error instanceof ProviderError;
      if (!reader.isFinished || !isProviders) throw error;
    }
    if (!reader.isFinished) {
      throw new ProviderError('provider_failed', 'the stream was cut before it was finished', { kind: 'cut' });
    }
    if (reader.usage !== undefined) yield { kind: 'usage', usage: reader.usage };
  }

  close(): void {
    this.#client.close();
  }
}
