'use client';

import type { ImportedCard } from '@troupe/contracts/http/cards';
import { LIMITS } from '@troupe/contracts/limits';
import { Drama } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { DropPlace } from '@/components/ui/drop-place';
import { Sheet } from '@/components/ui/sheet';
import { browserApi } from '@/lib/api/browser';
import { CARD_TYPES, importErrorLine } from './import-words';

/** Where characters of other programs come in: a card, dropped or chosen. */
export function ImportPanel() {
  const router = useRouter();
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
  return (
    <>
      <DropPlace
        icon={Drama}
        title="Bring a character card"
        hint="PNG, JSON or CHARX, as SillyTavern, RisuAI, Chub and others write them. They become a draft that only you see."
        choose="Choose a card"
        inputLabel="Card to import"
        accept={CARD_TYPES}
        busy={busy}
        onFiles={([file]) => void take(file)}
      >
        <p role="alert" className="text-sm text-danger-ink empty:hidden">
          {problem}
        </p>
      </DropPlace>
      {imported === null ? null : <Arrived imported={imported} onClose={() => setImported(null)} />}
    </>
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
