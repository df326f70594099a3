'use client';

import { CARD_FORMATS, type CardFormat } from '@troupe/contracts/http/cards';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { browserApi } from '@/lib/api/browser';
import { saveFile } from '@/lib/save-file';
import { importErrorLine } from './import-words';

const FORMAT_WORDS: Record<CardFormat, { label: string; hint: string }> = {
  png: {
    label: 'PNG',
    hint: 'Their picture, with the card in it, and smaller files that came with it. Most programs read it.',
  },
  json: { label: 'JSON', hint: 'The card alone, as text, without any files.' },
  charx: { label: 'CHARX', hint: 'An archive of the card, the picture and all files that came with it.' },
};

/** Takes a persona out of the house, as a card that other programs read. */
export function ExportCard({ personaId, personaName }: { personaId: string; personaName: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const [busy, setBusy] = useState<CardFormat | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (format: CardFormat) => {
    setBusy(format);
    setProblem(null);
    try {
      saveFile(`${personaName}.${format}`, await browserApi.creator.exportCard(personaId, format));
      setIsOpen(false);
    } catch (error) {
      setProblem(importErrorLine(error));
    } finally {
      setBusy(null);
    }
  };
  return (
    <>
      <Button variant="quiet" onClick={() => setIsOpen(true)}>
        Take out a card
      </Button>
      <Sheet
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title="A card for other programs"
        description="What is saved of them, with the lorebook. Price, manner and training data stay here."
      >
        <div className="grid gap-4 py-2">
          {CARD_FORMATS.map((format) => (
            <div key={format} className="flex items-center justify-between gap-4">
              <p className="text-sm text-muted">{FORMAT_WORDS[format].hint}</p>
              <Button variant="quiet" busy={busy === format} onClick={() => void take(format)}>
                <Download size={18} aria-hidden="true" />
                {FORMAT_WORDS[format].label}
              </Button>
            </div>
          ))}
          <p role="alert" className="text-danger-ink empty:hidden">
            {problem}
          </p>
        </div>
      </Sheet>
    </>
  );
}
