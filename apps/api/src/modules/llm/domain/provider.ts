import type { FailureDetail, ProviderFailure } from './failure.ts';

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
  /** Our name of the model, as the catalogue has it; DEFAULT_MODEL when left out. */
  model?: string;
}

/** The persona's own words, from which the offline voice makes its replies; macros are filled in. Any of the texts may be empty. */
export interface PersonaFlavour {
  name: string;
  /** What the persona calls the fan. */
  fanName: string;
  greeting: string;
  description: string;
  personality: string;
  scenario: string;
  examples: readonly { fan: string; persona: string }[];
  /** Lorebook entries and passages of training data that bear on what was said. */
  knowledge: readonly string[];
  /** The persona's last reply goes on, whatever the last turn says to ask for it. */
  continues: boolean;
  /** What was replied to the same message already; something else is wanted. */
  alternatives: readonly string[];
}

/** Of a request that no persona speaks in. */
export const NO_FLAVOUR: PersonaFlavour = {
  name: '',
  fanName: '',
  greeting: '',
  description: '',
  personality: '',
  scenario: '',
  examples: [],
  knowledge: [],
  continues: false,
  alternatives: [],
};

/** Tokens of one completion. `estimated` when the provider didn't say, or nothing one can believe, and they were counted here. */
export interface Usage {
  promptTokens: number;
  completionTokens: number;
  estimated: boolean;
}

/** What a reply's stream yields: text as it comes and, once, its usage with the name of who answered and by which model of theirs. */
export type ReplyEvent =
  | { kind: 'text'; text: string }
  | { kind: 'usage'; usage: Usage; provider: string; upstream: string };

/** What one provider yields: text as it comes, and usage when it is known. */
export type CompletionEvent = { kind: 'text'; text: string } | { kind: 'usage'; usage: Usage };

/** The same with `alive`: a model that thinks unseen, which keeps the clocks of the stream from running out. */
export type ProviderEvent = CompletionEvent | { kind: 'alive' };

/** Something that answers chat turns as a stream. */
export interface CompletionProvider {
  readonly name: string;
  /** What it is asked for when the catalogue names nothing: the provider's own name of a model. */
  readonly model: string;
  /** True for the built-in voice: the UI says that nobody is thinking here. */
  readonly isDemo: boolean;
  /**
   * Streams one attempt at a reply by the provider's own model `upstream`. `signal` ends it at once, down to the connection.
   * Throws a ProviderError; a stream that ends without text is the caller's to judge.
   */
  stream(request: CompletionRequest, signal: AbortSignal, upstream: string): AsyncIterable<ProviderEvent>;
  /** Lets go of kept connections; called once nothing streams any more. */
  close?(): void;
}

/** A provider that didn't deliver. The message is for the log: it names codes and quotes neither the provider nor anybody's words. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';

  readonly code: ProviderFailure;
  readonly detail: FailureDetail;

  constructor(code: ProviderFailure, message: string, detail: FailureDetail) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}
