'use client';

import { LIMITS } from '@troupe/contracts/limits';
import { Search, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import type { DiscoverQuery } from './discover-query';
import { discoverHref } from './discover-query';

/** Long enough to wait for the next letter, short enough to feel instant. */
const DEBOUNCE_MS = 180;

/**
 * Search as you type. The address is the state: the first letter makes a step in the history, the next ones replace it,
 * so that Back leaves the search. Without JavaScript it is a plain form.
 */
export function SearchBox({ query }: { query: DiscoverQuery }) {
  const router = useRouter();
  const [searching, startSearch] = useTransition();
  const [text, setText] = useState(query.q);
  const asked = useRef(query.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The address changed without us: Back, Forward or a link that clears the search.
  useEffect(() => {
    if (query.q === asked.current) return;
    asked.current = query.q;
    setText(query.q);
  }, [query.q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(next: string) {
    clearTimeout(timer.current);
    const q = next.trim();
    if (q === asked.current) return;
    const go = asked.current === '' ? router.push : router.replace;
    asked.current = q;
    startSearch(() => go(discoverHref(query, { q }), { scroll: false }));
  }

  function type(next: string) {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(ask, DEBOUNCE_MS, next);
  }

  return (
    <search className="relative w-full">
      <form
        action="/"
        onSubmit={(event) => {
          event.preventDefault();
          ask(text);
        }}
      >
        {query.tag === null ? null : <input type="hidden" name="tag" value={query.tag} />}
        {query.category === null ? null : <input type="hidden" name="category" value={query.category} />}
        {query.language === null ? null : <input type="hidden" name="language" value={query.language} />}
        {query.maxCoins === null ? null : <input type="hidden" name="max" value={query.maxCoins} />}
        <Search
          size={20}
          strokeWidth={1.8}
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-4 -translate-y-1/2 text-muted"
        />
        <input
          type="search"
          name="q"
          value={text}
          onChange={(event) => type(event.target.value)}
          maxLength={LIMITS.searchCharsMax}
          placeholder="Who do you want to talk to?"
          aria-label="Search the cast"
          autoComplete="off"
          enterKeyHint="search"
          className="search-input"
        />
        {text === '' ? null : (
          <button
            type="button"
            aria-label="Clear search"
            onClick={() => {
              setText('');
              ask('');
            }}
            className="absolute top-1/2 right-0.5 grid size-11 -translate-y-1/2 place-items-center rounded-full text-muted hover:text-ink"
          >
            <X size={18} aria-hidden="true" />
          </button>
        )}
      </form>
      {searching ? <span data-searching="" /> : null}
    </search>
  );
}
