'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * What `get` answers, asked for when this is shown, when `get` changes (so it has to be stable) and whenever `load` is called. A question that a newer one
 * has overtaken is dropped. `error` is what the last one failed with.
 */
export function useFetched<Value>(get: (signal: AbortSignal) => Promise<Value>) {
  const [value, setValue] = useState<Value | null>(null);
  const [error, setError] = useState<unknown>(null);
  const asking = useRef<AbortController | null>(null);
  const load = useCallback(() => {
    asking.current?.abort();
    const question = new AbortController();
    asking.current = question;
    const { signal } = question;
    setError(null);
    get(signal).then(
      (answer) => {
        if (!signal.aborted) setValue(answer);
      },
      (problem: unknown) => {
        if (!signal.aborted) setError(problem);
      },
    );
  }, [get]);
  useEffect(() => {
    load();
    return () => asking.current?.abort();
  }, [load]);
  return { value, setValue, error, load };
}
