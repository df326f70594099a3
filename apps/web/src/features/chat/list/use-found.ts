'use client';

import type { ConversationListItem } from '@troupe/contracts/http/chat';
import { useEffect, useState } from 'react';
import { chatApi } from '@/lib/api/chat';
import { describeError } from '@/lib/errors';

/** Long enough that a word is typed, short enough that nobody waits. */
const TYPING_MS = 220;

export interface Found {
  /** Null until the answer is here. */
  items: readonly ConversationListItem[] | null;
  problem: string | null;
}

const NOTHING: Found = { items: null, problem: null };

/** Asks the house for conversations by their words, or for those that were put away; asks again when `version` grows. */
export function useFound(query: string, archived: boolean, version: number): Found {
  const [found, setFound] = useState(NOTHING);
  const wanted = query !== '' || archived;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change somewhere may change what is found
  useEffect(() => {
    if (!wanted) return setFound(NOTHING);
    const leaving = new AbortController();
    const timer = setTimeout(
      () => {
        chatApi.conversations({ q: query, archived, limit: 50, signal: leaving.signal }).then(
          ({ items }) => setFound({ items, problem: null }),
          (error: unknown) => {
            if (!leaving.signal.aborted) setFound({ items: null, problem: describeError(error).title });
          },
        );
      },
      query === '' ? 0 : TYPING_MS,
    );
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [query, archived, wanted, version]);
  return found;
}
