'use client';

import type { PublishProblem } from '@troupe/contracts/http/creator-persona';
import type { Lorebook, LoreLinesPage } from '@troupe/contracts/http/lorebook';
import { LIMITS } from '@troupe/contracts/limits';
import { Plus, Settings2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { ShowMore } from '@/components/ui/show-more';
import { browserApi } from '@/lib/api/browser';
import { toast } from '@/lib/toast';
import { describeStudioError } from '../studio-words';
import { BookSheet } from './book-sheet';
import { EntrySheet } from './entry-sheet';
import { EntryTable } from './entry-table';
import { ProblemList } from './problem-list';
import { TrialBox } from './trial-box';
import { useLorebook } from './use-lorebook';
import './lorebook.css';

interface LorebookEditorProps {
  personaId: string;
  personaName: string;
  /** Fans meet every change at once. */
  isLive: boolean;
  /** What of the book keeps them from being published. */
  problems: readonly PublishProblem[];
  book: Lorebook;
  page: LoreLinesPage;
}

/** What a persona is told only when it matters: the entries, one in a sheet, and a box in which to try them. */
export function LorebookEditor({ personaId, personaName, isLive, ...first }: LorebookEditorProps) {
  const { book, items, more, query, find, change, publishProblems } = useLorebook(personaId, first);
  /** Null: none; '': a new one. */
  const [opened, setOpened] = useState<string | null>(null);
  const [isBookOpen, setIsBookOpen] = useState(false);
  const list = useRef<HTMLElement>(null);
  const isEmpty = book.entryCount === 0;
  /** Switches that were pressed and are on their way. */
  const [pressed, setPressed] = useState<ReadonlyMap<string, boolean>>(new Map());
  const shown = items.map((line) => ({ ...line, isEnabled: pressed.get(line.id) ?? line.isEnabled }));
  const toggle = async (entryId: string, isEnabled: boolean) => {
    setPressed((before) => new Map([...before, [entryId, isEnabled]]));
    try {
      await change((revision) =>
        browserApi.creator.saveLoreEntry(personaId, entryId, { revision, entry: { isEnabled } }),
      );
    } catch (error) {
      toast({ ...describeStudioError(error), tone: 'danger' });
    } finally {
      setPressed((before) => new Map([...before].filter(([id]) => id !== entryId)));
    }
  };
  return (
    <div className="lore-page">
      <section
        ref={list}
        tabIndex={-1}
        aria-labelledby="lore-title"
        className="grid min-w-0 content-start gap-5 outline-none"
      >
        <div className="grid gap-2">
          <h2 id="lore-title" className="text-xl wrap-anywhere">
            {book.name === '' ? 'Lorebook' : book.name}
          </h2>
          <p className="text-muted">
            An entry has keys. When one of them is said, its text is told to the model with that reply, and otherwise it
            costs nothing. {isLive ? 'Fans meet every change at once.' : null}
          </p>
        </div>
        <div className="flex flex-wrap items-end gap-3">
          {isEmpty ? null : (
            <Field
              type="search"
              label="Find an entry"
              value={query}
              maxLength={LIMITS.searchCharsMax}
              onChange={(event) => find(event.target.value)}
              className="min-w-48 flex-1"
            />
          )}
          <Button onClick={() => setOpened('')} className="h-12">
            <Plus size={18} aria-hidden="true" />
            New entry
          </Button>
          <Button variant="quiet" onClick={() => setIsBookOpen(true)} className="h-12">
            <Settings2 size={18} aria-hidden="true" />
            Settings
          </Button>
        </div>
        <div role="status">
          {publishProblems.length === 0 ? null : (
            <ul className="grid gap-1 text-sm text-danger-ink">
              {publishProblems.map(({ field, code, message }) => (
                <li key={`${field} ${code}`}>{message}</li>
              ))}
            </ul>
          )}
        </div>
        {isEmpty ? (
          <p className="rounded-card border border-dashed border-line-strong p-6 text-muted">
            Nothing yet. Places, people, customs, secrets: what {personaName} needs to know only when somebody brings it
            up. Lorebooks of other programs come in with a character card.
          </p>
        ) : (
          <EntryTable items={shown} onOpen={setOpened} onToggle={(id, isEnabled) => void toggle(id, isEnabled)} />
        )}
        {!isEmpty && items.length === 0 ? <p className="text-muted">No entry has that in it.</p> : null}
        <ShowMore more={more} />
        <ProblemList problems={book.problems} onOpen={setOpened} />
      </section>
      <TrialBox personaId={personaId} revision={book.revision} onOpen={setOpened} />
      {opened === null ? null : (
        <EntrySheet
          key={opened}
          personaId={personaId}
          entryId={opened === '' ? null : opened}
          items={items}
          change={change}
          onClose={() => setOpened(null)}
          onGone={() => list.current?.focus()}
        />
      )}
      {isBookOpen ? (
        <BookSheet personaId={personaId} book={book} change={change} onClose={() => setIsBookOpen(false)} />
      ) : null}
    </div>
  );
}
