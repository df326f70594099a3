'use client';

import type { CardPreview } from '@troupe/contracts/http/cards';
import { LIMITS } from '@troupe/contracts/limits';
import { Drama } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DropPlace } from '@/components/ui/drop-place';
import { Sheet } from '@/components/ui/sheet';
import { browserApi } from '@/lib/api/browser';
import { errorCodeOf } from '@/lib/errors';
import { toast } from '@/lib/toast';
import type { PersonaDraft } from '../persona/draft/persona-draft';
import { CardChanges } from './card-changes';
import { CARD_TYPES, importErrorLine } from './import-words';

interface ImportOverProps {
  draft: PersonaDraft;
  /** Saves what can be; false when something is left unsaved, which was said then. */
  isSaved: () => Promise<boolean>;
}

interface Card {
  file: File;
  preview: CardPreview;
}

/** A card over a persona that there is: first what it would change, then, if that is wanted, the change. What was there stays among the versions. */
export function ImportOver({ draft, isSaved }: ImportOverProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [card, setCard] = useState<Card | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isLive = draft.read().persona.status === 'published';
  const over = () => ({ personaId: draft.read().persona.id, revision: draft.read().persona.revision });

  const open = async () => {
    if (!(await isSaved())) return;
    setCard(null);
    setProblem(null);
    setIsOpen(true);
  };
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(importErrorLine(error));
      if (errorCodeOf(error) === 'changed_meanwhile') await readAgain();
    } finally {
      setBusy(false);
    }
  };
  /** Saved on another device: what would change is another question now. */
  const readAgain = async () => {
    setCard(null);
    const { persona } = draft.read();
    draft.adopt(await browserApi.creator.persona(persona.id).catch(() => persona));
  };
  const look = (file: File | undefined) => {
    if (file === undefined || busy) return;
    if (file.size > LIMITS.cardBytesMax) return setProblem('A card has up to 32 MB.');
    void attempt(async () => setCard({ file, preview: await browserApi.creator.previewCard(file, over()) }));
  };
  const take = (file: File) =>
    void attempt(async () => {
      const { persona, notices } = await browserApi.creator.importCard(file, { over: over() });
      draft.adopt(persona);
      setIsOpen(false);
      const left = notices.find(({ kind }) => kind === 'picture-left');
      toast({
        title: 'The card is in',
        hint: left?.message ?? 'What was there before is under Versions.',
        tone: left === undefined ? 'success' : 'neutral',
      });
    });
  return (
    <>
      <Button variant="quiet" onClick={open}>
        Bring in a card
      </Button>
      <Sheet
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title="A card in place of this"
        description="It replaces what a card speaks of: words, dialogue, tags, lorebook and picture. Price, manner and training data stay."
      >
        <div className="grid gap-5 py-2">
          {card === null ? (
            <DropPlace
              icon={Drama}
              title="Choose the card"
              hint="PNG, JSON or CHARX. You see what would change before anything is saved."
              choose="Choose a card"
              inputLabel="Card to bring in"
              accept={CARD_TYPES}
              busy={busy}
              onFiles={([file]) => look(file)}
            />
          ) : (
            <CardChanges preview={card.preview} />
          )}
          <p role="alert" className="text-danger-ink empty:hidden">
            {problem}
          </p>
          {card === null ? null : (
            <div className="sheet-foot">
              <Button
                busy={busy}
                disabled={card.preview.problems.length > 0}
                className="flex-1"
                onClick={() => take(card.file)}
              >
                {isLive ? 'Take it over: fans meet it at once' : 'Take it over'}
              </Button>
              <Button variant="quiet" disabled={busy} onClick={() => setCard(null)}>
                Another card
              </Button>
            </div>
          )}
        </div>
      </Sheet>
    </>
  );
}
