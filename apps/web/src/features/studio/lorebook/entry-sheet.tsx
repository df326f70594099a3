'use client';

import type { LoreLine, LoreSaved } from '@troupe/contracts/http/lorebook';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { browserApi } from '@/lib/api/browser';
import { useFetched } from '@/lib/use-fetched';
import { studioErrorLine } from '../studio-words';
import { changesOf, type EntryDraft, NEW_ENTRY, toDraft } from './entry-draft';
import { EntryFields, KeyFields, PlaceFields } from './entry-fields';
import { nameOf } from './lorebook-words';
import { OthersFields, TimingFields } from './timing-fields';

interface EntrySheetProps {
  personaId: string;
  /** Null for a new one. */
  entryId: string | null;
  /** The list it was opened from: its neighbours. */
  items: readonly LoreLine[];
  change: (work: (revision: number) => Promise<LoreSaved>) => Promise<LoreSaved>;
  onClose: () => void;
  /** It was deleted, and its row with it. */
  onGone: () => void;
}

/** One entry, whole: what everybody needs stands open, all else is folded away. */
export function EntrySheet(props: EntrySheetProps) {
  const { personaId, entryId } = props;
  const get = useCallback(
    async (signal: AbortSignal): Promise<EntryDraft> =>
      entryId === null ? NEW_ENTRY : toDraft(await browserApi.creator.loreEntry(personaId, entryId, { signal })),
    [personaId, entryId],
  );
  const { value: before, error, load } = useFetched(get);
  return (
    <Sheet open onClose={props.onClose} title={entryId === null ? 'A new entry' : 'Entry'} className="sheet-wide">
      {error !== null ? (
        <div className="grid justify-items-start gap-3 py-2">
          <p role="alert">{studioErrorLine(error)}</p>
          <Button variant="quiet" onClick={load}>
            Try again
          </Button>
        </div>
      ) : before === null ? (
        <div role="status" className="grid gap-3 py-2">
          <span className="sr-only">Opening the entry…</span>
          <Skeleton className="h-12 rounded-card" />
          <Skeleton className="h-28 rounded-card" />
          <Skeleton className="h-40 rounded-card" />
        </div>
      ) : (
        <EntryForm {...props} before={before} />
      )}
    </Sheet>
  );
}

function EntryForm({
  personaId,
  entryId,
  items,
  change,
  onClose,
  onGone,
  before,
}: EntrySheetProps & { before: EntryDraft }) {
  const [draft, setDraft] = useState(before);
  const [busy, setBusy] = useState<'save' | 'move' | 'delete' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const set = (changes: Partial<EntryDraft>) => setDraft((now) => ({ ...now, ...changes }));
  const place = items.findIndex(({ id }) => id === entryId);
  const { creator } = browserApi;

  const act = async (what: NonNullable<typeof busy>, work: (revision: number) => Promise<LoreSaved>) => {
    setBusy(what);
    setProblem(null);
    try {
      await change(work);
      return true;
    } catch (error) {
      setProblem(studioErrorLine(error));
      return false;
    } finally {
      setBusy(null);
    }
  };
  const save = async () => {
    const entry = changesOf(before, draft);
    if (entryId !== null && Object.keys(entry).length === 0) return onClose();
    const isSaved = await act('save', (revision) =>
      entryId === null
        ? creator.addLoreEntry(personaId, { revision, entry })
        : creator.saveLoreEntry(personaId, entryId, { revision, entry }),
    );
    if (isSaved) onClose();
  };
  const remove = async () => {
    if (entryId === null) return;
    if (!(await act('delete', (revision) => creator.removeLoreEntry(personaId, entryId, { revision })))) return;
    onClose();
    onGone();
  };
  const move = (beforeId: string | null) =>
    entryId === null
      ? undefined
      : act('move', (revision) => creator.moveLoreEntry(personaId, { revision, entryId, beforeId }));
  return (
    <form
      noValidate
      className="grid gap-5 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <EntryFields draft={draft} set={set} />
      <Folded title="Place and importance">
        <PlaceFields draft={draft} set={set} />
      </Folded>
      <Folded title="Conditions">
        <KeyFields draft={draft} set={set} />
      </Folded>
      <Folded title="Chance and time">
        <TimingFields draft={draft} set={set} />
      </Folded>
      <Folded title="Other entries">
        <OthersFields draft={draft} set={set} />
      </Folded>
      <p role="alert" className="text-danger-ink empty:hidden">
        {problem}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={busy === 'save'} className="flex-1">
          {entryId === null ? 'Add it' : 'Save'}
        </Button>
        {place === -1 ? null : (
          <>
            <Button
              variant="ghost"
              size="icon"
              aria-label="Move up in the book"
              aria-disabled={place === 0 || undefined}
              busy={busy === 'move'}
              onClick={() => place > 0 && void move(items[place - 1]?.id ?? null)}
            >
              <ArrowUp size={20} aria-hidden="true" />
            </Button>
            <Button
              variant="ghost"
              size="icon"
              aria-label="Move down in the book"
              aria-disabled={place === items.length - 1 || undefined}
              busy={busy === 'move'}
              onClick={() => place < items.length - 1 && void move(items[place + 2]?.id ?? null)}
            >
              <ArrowDown size={20} aria-hidden="true" />
            </Button>
          </>
        )}
        {entryId === null ? null : (
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Delete ${nameOf({ name: before.name, keys: before.keys.split('\n') })}`}
            busy={busy === 'delete'}
            onClick={remove}
            className="text-danger-ink"
          >
            <Trash2 size={20} aria-hidden="true" />
          </Button>
        )}
      </div>
    </form>
  );
}

function Folded({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <details className="lore-details">
      <summary>{title}</summary>
      <div className="grid gap-4 pt-4">{children}</div>
    </details>
  );
}
