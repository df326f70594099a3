import { codeWord, type FailureKind, kindOfStatus } from './failure.ts';
import { type CompletionRequest, ProviderError, type ProviderEvent, type Usage } from './provider.ts';
import { fieldOf } from './unknown-json.ts';

/** What one family of servers speaks over the same wire: JSON there, events back. */
export interface Dialect {
  /** Under the base URL. */
  path: string;
  headers(apiKey: string): Record<string, string>;
  body(request: CompletionRequest, upstream: string): object;
  /** Whether an event is the reply's last word. */
  isLast(event: { event?: string | undefined; data: string }): boolean;
  openReader(request: CompletionRequest): ReplyReader;
}

/** Understands the events of one reply, in their order. */
export interface ReplyReader {
  /** What an event's data mean; undefined when nothing that matters here. Throws a ProviderError for an error event. */
  read(data: string): ProviderEvent | undefined;
  /** True once the reply is whole: a connection that closes in the middle looks like an end to whoever only reads. */
  readonly isFinished: boolean;
  /** The provider's last word on tokens; undefined when there was none that one can believe. */
  readonly usage: Usage | undefined;
}

/** Throws a ProviderError without the parser's text, which quotes the reply. */
export function parseChunk(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    throw new ProviderError('provider_failed', 'a chunk is not JSON', { kind: 'garbage' });
  }
}

/** An error that came as an event, by its words and not by its text. */
export function eventError(error: unknown): ProviderError {
  const code = fieldOf(error, 'code');
  const named = `code ${codeWord(code)}, type ${codeWord(fieldOf(error, 'type'))}`;
  return new ProviderError('provider_failed', `an error event, ${named}`, { kind: kindOfCode(code) });
}

function kindOfCode(code: unknown): FailureKind {
  const isStatus = typeof code === 'number' && code >= 400 && code < 600;
  return isStatus ? kindOfStatus(code) : 'overloaded';
}
