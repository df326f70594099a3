'use client';

import type { PublishProblem } from '@troupe/contracts/http/creator-persona';
import type { Lorebook, LoreLinesPage, LoreSaved } from '@troupe/contracts/http/lorebook';
import { useCallback, useEffect, useRef, useState } from 'react';
import { browserApi } from '@/lib/api/browser';
import { toast } from '@/lib/toast';
import { describeStudioError } from '../studio-words';

interface FirstRead {
  book: Lorebook;
  page: LoreLinesPage;
  problems: readonly PublishProblem[];
}

const SEARCH_WAIT_MS = 250;
const LINES_MAX = 100;
const isOfLorebook = ({ field }: PublishProblem): boolean => field.split('.')[0] === 'lorebook';

/**
 * A lorebook as it stands, and the one way to change it: changes go one after the other, each to the revision that the one before made. After each the book is
 * read again, because one entry may have moved others.
 */
export function useLorebook(personaId: string, first: FirstRead) {
  const [{ book, page }, setShown] = useState<Pick<FirstRead, 'book' | 'page'>>(first);
  const [query, setQuery] = useState('');
  const [publishProblems, setPublishProblems] = useState(first.problems.filter(isOfLorebook));
  const [isLoading, setIsLoading] = useState(false);
  const revision = useRef(first.book.revision);
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const asked = useRef('');

  const read = useCallback(
    async (q: string, limit: number) => {
      asked.current = q;
      const { creator } = browserApi;
      const [nextBook, nextPage] = await Promise.all([
        creator.lorebook(personaId),
        creator.loreEntries(personaId, { limit: Math.min(Math.max(limit, 30), LINES_MAX), ...(q !== '' && { q }) }),
      ]);
      // A newer search has overtaken this one.
      if (asked.current !== q) return;
      revision.current = nextBook.revision;
      setShown({ book: nextBook, page: nextPage });
    },
    [personaId],
  );

  const search = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(search.current), []);
  const find = (q: string) => {
    setQuery(q);
    clearTimeout(search.current);
    search.current = setTimeout(
      () => void read(q.trim(), 0).catch((error: unknown) => toast({ ...describeStudioError(error), tone: 'danger' })),
      SEARCH_WAIT_MS,
    );
  };

  const more =
    page.nextCursor === null
      ? null
      : {
          busy: isLoading,
          show: async () => {
            setIsLoading(true);
            try {
              const q = query.trim();
              const cursor = page.nextCursor ?? '';
              const next = await browserApi.creator.loreEntries(personaId, { cursor, ...(q !== '' && { q }) });
              setShown({ book, page: { items: [...page.items, ...next.items], nextCursor: next.nextCursor } });
            } catch (error) {
              toast({ ...describeStudioError(error), tone: 'danger' });
            } finally {
              setIsLoading(false);
            }
          },
        };

  /** Throws what the change was refused with; what was saved elsewhere meanwhile is then on the page. */
  const change = async (work: (revision: number) => Promise<LoreSaved>): Promise<LoreSaved> => {
    const turn = running.current.then(async () => {
      try {
        const saved = await work(revision.current);
        revision.current = saved.revision;
        setPublishProblems(saved.publishProblems.filter(isOfLorebook));
        return saved;
      } finally {
        await read(query.trim(), page.items.length);
      }
    });
    running.current = turn.catch(() => undefined);
    return turn;
  };
  return { book, items: page.items, more, query, find, change, publishProblems };
}
