'use client';

import type { Lorebook, LoreSaved } from '@troupe/contracts/http/lorebook';
import { LIMITS } from '@troupe/contracts/limits';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Sheet } from '@/components/ui/sheet';
import { browserApi } from '@/lib/api/browser';
import { studioErrorLine } from '../studio-words';
import { CheckField } from './check-field';
import { NumberField } from './number-field';

interface BookSheetProps {
  personaId: string;
  book: Lorebook;
  change: (work: (revision: number) => Promise<LoreSaved>) => Promise<LoreSaved>;
  onClose: () => void;
}

/** What counts for every entry that doesn't say otherwise. */
export function BookSheet({ personaId, book, change, onClose }: BookSheetProps) {
  const [name, setName] = useState(book.name);
  const [settings, setSettings] = useState(book.settings);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const set = (changes: Partial<typeof settings>) => setSettings((now) => ({ ...now, ...changes }));
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await change((revision) => browserApi.creator.saveLorebook(personaId, { revision, name: name.trim(), settings }));
      onClose();
    } catch (error) {
      setProblem(studioErrorLine(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet open onClose={onClose} title="The book" description="What counts for every entry that says nothing else.">
      <form
        noValidate
        className="grid gap-5 py-2"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label="Name"
          hint="For you only."
          value={name}
          maxLength={LIMITS.loreNameCharsMax}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="lore-pair">
          <NumberField
            label="Messages looked into"
            hint="The newest ones."
            value={settings.scanDepthMessages}
            min={0}
            max={100}
            placeholder="4"
            onChange={(scanDepthMessages) => set({ scanDepthMessages })}
          />
          <NumberField
            label="Room in tokens"
            hint="A prompt has room for some 2,500."
            value={settings.budgetTokens}
            min={0}
            max={1_000_000}
            placeholder="All there is"
            onChange={(budgetTokens) => set({ budgetTokens })}
          />
        </div>
        <div className="grid gap-1">
          <CheckField
            label="Entries trigger entries"
            hint="What one says may have the key of another."
            checked={settings.isRecursive}
            onChange={(isRecursive) => set({ isRecursive })}
          />
          <CheckField
            label="Upper and lower case matter"
            checked={settings.isCaseSensitive}
            onChange={(isCaseSensitive) => set({ isCaseSensitive })}
          />
          <CheckField
            label="Whole words only"
            checked={settings.matchesWholeWords}
            onChange={(matchesWholeWords) => set({ matchesWholeWords })}
          />
        </div>
        {settings.isRecursive ? (
          <NumberField
            label="Steps from entry to entry"
            value={settings.recursionStepsMax}
            min={0}
            max={10}
            onChange={(steps) => set({ recursionStepsMax: steps ?? 0 })}
          />
        ) : null}
        <p role="alert" className="text-danger-ink empty:hidden">
          {problem}
        </p>
        <Button type="submit" busy={busy}>
          Save
        </Button>
      </form>
    </Sheet>
  );
}
