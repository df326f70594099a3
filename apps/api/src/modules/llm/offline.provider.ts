import { setTimeout as delay } from 'node:timers/promises';
import { composeDemoReply } from './domain/demo-voice.ts';
import { estimatePromptTokens, estimateTokens } from './domain/estimate-tokens.ts';
import { pauseAfterMs } from './domain/pace.ts';
import type { CompletionEvent, CompletionProvider, CompletionRequest } from './domain/provider.ts';

/** The voice that needs no key and no network: the persona's own lines, a word at a time and with pauses where one breathes. */
export class OfflineProvider implements CompletionProvider {
  readonly name = 'offline';
  readonly model = 'troupe-demo-voice';
  readonly isDemo = true;

  constructor(private readonly wordDelayMs: number) {}

  async *stream(request: CompletionRequest, signal: AbortSignal): AsyncGenerator<CompletionEvent> {
    const reply = composeDemoReply(request);
    let pauseMs = this.wordDelayMs;
    for (const word of reply.match(/\S+\s*/gu) ?? []) {
      // The pace is the product here: a demo that dumps its text would show nothing of streaming.
      if (pauseMs > 0) await delay(pauseMs, undefined, { signal });
      signal.throwIfAborted();
      yield { kind: 'text', text: word };
      pauseMs = pauseAfterMs(word, this.wordDelayMs);
    }
    const usage = {
      promptTokens: estimatePromptTokens(request.turns),
      completionTokens: estimateTokens(reply),
      estimated: true,
    };
    yield { kind: 'usage', usage };
  }
}
