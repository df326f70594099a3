'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { keepDraft, readKeptDraft } from '@/lib/kept-draft';

/**
 * The half-written message of a conversation. It is kept, so a reload, a top-up on another page and signing in
 * again find it as it was. A `?draft=` in the address (a starter tapped on the persona's page)
 * is taken over once.
 */
export function useDraft(conversationId: string) {
  const [text, setText] = useState('');
  const latest = useRef('');

  const setDraft = useCallback(
    (next: string) => {
      latest.current = next;
      setText(next);
      keepDraft(conversationId, next === '' ? null : next);
    },
    [conversationId],
  );

  useEffect(() => {
    const url = new URL(location.href);
    const offered = url.searchParams.get('draft');
    if (offered !== null) {
      url.searchParams.delete('draft');
      history.replaceState(history.state, '', url);
    }
    const kept = readKeptDraft(conversationId);
    // What was typed before the page came alive counts more than what was kept.
    setDraft(latest.current || (typeof kept === 'string' ? kept : '') || offered || '');
  }, [conversationId, setDraft]);

  /** Puts a text that could not be sent back, before whatever was typed since. */
  const giveBack = useCallback(
    (unsent: string) => setDraft(latest.current.trim() === '' ? unsent : `${unsent}\n${latest.current}`),
    [setDraft],
  );

  return { text, setDraft, giveBack };
}
