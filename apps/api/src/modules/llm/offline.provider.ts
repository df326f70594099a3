import { setTimeout as delay } from 'node:timers/promises';
import { composeDemoReply } from './domain/demo-voice.ts';
import { estimatePromptTokens, estimateTokens } from './domain/estimate-tokens.ts';
import type { CompletionEvent, CompletionProvider, CompletionRequest } from './domain/provider.ts';

/** The voice that needs no key and no network: the persona's own lines, a word at a time. */
export class OfflineProvider implements CompletionProvider {
  readonly name = 'offline';
  readonly model = 'troupe-demo-voice';
  readonly isDemo = true;

  constructor(private readonly wordDelayMs: number) {}

  async *stream(request: CompletionRequest, signal: AbortSignal): AsyncGenerator<CompletionEvent> {
    const reply = composeDemoReply(request);
    for (const word of reply.match(/\S+\s*/gu) ?? []) {
      // The pace is the product here: a demo that dumps its text would show nothing of streaming.
      if (this.wordDelayMs > 0) await delay(this.wordDelayMs, undefined, { signal });
      signal.throwIfAborted();
      yield { kind: 'text', text: word };
    }
    const usage = {
      promptTokens: estimatePromptTokens(request.turns),
      completionTokens: estimateTokens(reply),
      estimated: true,
    };
    yield { kind: 'usage', usage };
  }
}
