'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

const keyOf = (conversationId: string) => `draft:${conversationId}`;

/**
 * The half-written message of a conversation. It lives in this tab's session storage, so a reload, a top-up on another
 * page and signing in again find it as it was. A `?draft=` in the address (a starter tapped on the persona's page)
 * is taken over once.
 */
export function useDraft(conversationId: string) {
  const [text, setText] = useState('');
  const latest = useRef('');

  const setDraft = useCallback(
    (next: string) => {
      latest.current = next;
      setText(next);
      store(conversationId, next);
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
    const kept = read(conversationId);
    // What was typed before the page came alive counts more than what was kept.
    setDraft(latest.current || kept || offered || '');
  }, [conversationId, setDraft]);

  /** Puts a text that could not be sent back, before whatever was typed since. */
  const giveBack = useCallback(
    (unsent: string) => setDraft(latest.current.trim() === '' ? unsent : `${unsent}\n${latest.current}`),
    [setDraft],
  );

  return { text, setDraft, giveBack };
}

function read(conversationId: string): string {
  try {
    return sessionStorage.getItem(keyOf(conversationId)) ?? '';
  } catch {
    // Storage may be switched off: then a draft lives as long as its page.
    return '';
  }
}

function store(conversationId: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(conversationId));
    else sessionStorage.setItem(keyOf(conversationId), text);
  } catch {
    // As above.
  }
}
