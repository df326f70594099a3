'use client';

import type { OwnPersona } from '@troupe/contracts/http/creator-persona';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { browserApi } from '@/lib/api/browser';
import type { DraftView } from './persona-draft';
import { PersonaDraft } from './persona-draft';
import { useLeaving } from './use-leaving';
import type { FieldChanges } from './wire';

/** Long enough to end a word, short enough to lose nothing. */
const AUTOSAVE_MS = 800;

/** What the parts of a persona's form work with. */
export interface PersonaForm {
  persona: OwnPersona;
  content: DraftView['content'];
  set: (changes: FieldChanges) => void;
  /** What is wrong at a place, as `exampleDialogue.3.fan`, in a sentence; null when nothing is. */
  problemAt: (place: string) => string | null;
}

/** `autosave` where nobody but the creator meets what is saved. */
export function usePersonaDraft(initial: OwnPersona, { autosave }: { autosave: boolean }) {
  const [draft] = useState(
    () => new PersonaDraft(browserApi.creator, initial, { autosaveMs: autosave ? AUTOSAVE_MS : null }),
  );
  const view = useSyncExternalStore(draft.subscribe, draft.read, draft.read);
  useLeaving(draft, autosave);
  return { draft, view };
}

/** The form of a draft. What is missing is only said where it was asked for, with `strict`. */
export function usePersonaForm(draft: PersonaDraft, view: DraftView, strict: boolean): PersonaForm {
  return useMemo(() => {
    const unsaved = new Set<string>(draft.unsaved());
    const { problems } = view.persona;
    const problemAt = (place: string) => {
      const invalid = view.invalid.get(place);
      if (invalid !== undefined) return invalid;
      const [field = ''] = place.split('.');
      const refused = view.state === 'failed';
      const known = problems.find((problem) => problem.field === place && (strict || problem.code !== 'required'));
      // The answer to what stood there before says nothing about what stands there now.
      return known === undefined || (unsaved.has(field) && !refused) ? null : known.message;
    };
    return { persona: view.persona, content: view.content, set: draft.set, problemAt };
  }, [draft, view, strict]);
}
