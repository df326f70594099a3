'use client';

import type { ImportedCard } from '@troupe/contracts/http/cards';
import { LIMITS } from '@troupe/contracts/limits';
import { Drama } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { DragEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { browserApi } from '@/lib/api/browser';
import { cn } from '@/lib/cn';
import { importErrorLine } from './import-words';
import './import.css';

/** A hint for the browser's own dialog; what a file is, its content tells. */
const ACCEPTED = '.png,.apng,.json,.charx,.jpg,.jpeg,.webp,image/png,image/webp,image/jpeg,application/json';

/** Where characters of other programs come in: a card, dropped or chosen. */
export function ImportPanel() {
  const id = useId();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [imported, setImported] = useState<ImportedCard | null>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined || busy) return;
    setProblem(null);
    if (file.size > LIMITS.cardBytesMax) return setProblem('A card has up to 32 MB.');
    setBusy(true);
    try {
      setImported(await browserApi.creator.importCard(file));
      router.refresh();
    } catch (error) {
      setProblem(importErrorLine(error));
    } finally {
      setBusy(false);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the button inside is everybody's
    <div
      className={cn('card-drop', isOver && 'card-drop-over')}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Drama size={28} strokeWidth={1.5} aria-hidden="true" className="text-muted" />
      <div className="grid gap-1">
        <p className="font-medium">Bring a character card</p>
        <p id={`${id}-hint`} className="text-sm text-muted">
          PNG, JSON or CHARX, as SillyTavern, RisuAI, Chub and others write them. They become a draft that only you see.
        </p>
        <p role="alert" className="text-sm text-danger-ink empty:hidden">
          {problem}
        </p>
      </div>
      <Button variant="quiet" busy={busy} aria-describedby={`${id}-hint`} onClick={() => input.current?.click()}>
        Choose a card
      </Button>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        aria-label="Card to import"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
      {imported === null ? null : <Arrived imported={imported} onClose={() => setImported(null)} />}
    </div>
  );
}

function Arrived({ imported, onClose }: { imported: ImportedCard; onClose: () => void }) {
  const { persona, notices, lorebookEntries } = imported;
  return (
    <Sheet open onClose={onClose} title={`${persona.content.name} is here`}>
      <div className="grid gap-5 py-2">
        <p className="text-muted">
          {lorebookEntries === 0
            ? 'Everything the card says stands in the studio now.'
            : `Everything the card says stands in the studio now, with ${lorebookEntries.toLocaleString('en')} ${lorebookEntries === 1 ? 'entry' : 'entries'} in the lorebook.`}
        </p>
        {notices.length === 0 ? null : (
          <ul className="grid list-disc gap-1 pl-5 text-sm">
            {notices.map(({ kind, message }) => (
              <li key={`${kind} ${message}`}>{message}</li>
            ))}
          </ul>
        )}
        <div className="flex flex-wrap gap-3">
          <Link href={`/studio/personas/${persona.id}/setup`} className={buttonClass({ className: 'flex-1' })}>
            Look them over
          </Link>
          {lorebookEntries === 0 ? null : (
            <Link href={`/studio/personas/${persona.id}/lorebook`} className={buttonClass({ variant: 'quiet' })}>
              Lorebook
            </Link>
          )}
        </div>
      </div>
    </Sheet>
  );
}
