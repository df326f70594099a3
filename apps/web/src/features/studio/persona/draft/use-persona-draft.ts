'use client';

import type { OwnPersona } from '@troupe/contracts/http/creator-persona';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { browserApi } from '@/lib/api/browser';
import type { DraftView } from './persona-draft';
import { PersonaDraft } from './persona-draft';
import type { FieldChanges } from './wire';

/** Long enough to end a word, short enough to lose nothing. */
const AUTOSAVE_MS = 800;
const LEAVING = 'What you changed isn’t saved yet. Leave without it?';

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

/** Whoever leaves takes nothing unsaved along: it is saved then, or they are asked. */
function useLeaving(draft: PersonaDraft, autosave: boolean): void {
  useEffect(() => {
    const isDirty = () => draft.unsaved().length > 0;
    const onHide = () => {
      if (autosave && document.visibilityState === 'hidden' && isDirty()) void draft.flush();
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (isDirty()) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (link === null || autosave || event.ctrlKey || event.metaKey || !isDirty() || window.confirm(LEAVING)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
      if (autosave && isDirty()) void draft.flush();
      else draft.close();
    };
  }, [draft, autosave]);
}
