'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { describeError, errorCodeOf } from '@/lib/errors';
import { useFetched } from '@/lib/use-fetched';

/** Whether lists show personas for adults: off until an adult asks for them, and kept with the account. */
export function MatureWish() {
  const router = useRouter();
  const get = useCallback(async (signal: AbortSignal) => {
    const { browserApi } = await import('@/lib/api/browser');
    return browserApi.personas.wishes({ signal });
  }, []);
  const { value, setValue, error: unread } = useFetched(get);
  const [error, setError] = useState<unknown>(null);
  const shown = error ?? unread;

  async function wish(showsMature: boolean) {
    const before = value;
    setValue({ showsMature });
    setError(null);
    try {
      const { browserApi } = await import('@/lib/api/browser');
      await browserApi.personas.setWishes({ showsMature });
      router.refresh();
    } catch (problem) {
      setValue(before);
      setError(problem);
    }
  }

  return (
    <div>
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          checked={value?.showsMature ?? false}
          disabled={value === null}
          onChange={({ target }) => wish(target.checked)}
          className="size-5 accent-amber"
        />
        <span>
          Show personas for adults <span className="text-muted">(18+)</span>
        </span>
      </label>
      <p aria-live="polite" className="text-sm text-danger-ink empty:hidden">
        {shown === null ? null : wordsOf(shown)}
      </p>
    </div>
  );
}

const wordsOf = (error: unknown): string =>
  errorCodeOf(error) === 'not_found' ? 'These are for people of 18 and over.' : describeError(error).hint;
