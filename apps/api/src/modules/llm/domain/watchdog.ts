import { ProviderError } from './provider.ts';

export interface WatchdogLimits {
  firstTokenTimeoutMs: number;
  idleTimeoutMs: number;
  totalTimeoutMs: number;
}

/**
 * Passes a stream on and ends it with `provider_timeout` when the first item, a later one, or the whole takes too long.
 * `abort` is called then, so that the connection behind the stream goes too.
 */
export async function* watch<Item>(
  source: AsyncIterable<Item>,
  limits: WatchdogLimits,
  abort: () => void,
): AsyncGenerator<Item> {
  const iterator = source[Symbol.asyncIterator]();
  const deadline = Date.now() + limits.totalTimeoutMs;
  let waitMs = limits.firstTokenTimeoutMs;
  try {
    for (;;) {
      const next = await withTimeout(iterator.next(), Math.min(waitMs, deadline - Date.now()));
      if (next.done === true) return;
      yield next.value;
      waitMs = limits.idleTimeoutMs;
    }
  } finally {
    abort();
    // Not awaited: a source that hangs would hang its own ending too.
    iterator.return?.().catch(() => undefined);
  }
}

async function withTimeout<Value>(promise: Promise<Value>, timeoutMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new ProviderError('provider_timeout', `nothing came for ${Math.max(0, timeoutMs)} ms`);
    timer = setTimeout(() => reject(error), Math.max(0, timeoutMs));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
