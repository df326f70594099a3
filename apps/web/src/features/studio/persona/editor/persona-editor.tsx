'use client';

import type { OwnPersona } from '@troupe/contracts/http/creator-persona';
import { LIMITS } from '@troupe/contracts/limits';
import Link from 'next/link';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { retractToast, toast } from '@/lib/toast';
import { studioErrorLine } from '../../studio-words';
import { ClashSheet } from '../clash-sheet';
import type { DraftView, PersonaDraft } from '../draft/persona-draft';
import { usePersonaDraft, usePersonaForm } from '../draft/use-persona-draft';
import { focusPlace } from '../focus-place';
import { PERSONA_PARTS } from '../parts/part-list';
import { PersonaHead } from '../persona-head';
import { SaveMark } from '../save-mark';
import { StageCard } from '../stage-card';
import { PersonaActions } from './persona-actions';

const PARTS = PERSONA_PARTS.filter(({ only }) => only !== 'wizard');

/** Every part of a persona on one page. What fans meet already is saved by hand, and says so; everything else by itself. */
export function PersonaEditor({ persona }: { persona: OwnPersona }) {
  const isLive = persona.status === 'published';
  const { draft, view } = usePersonaDraft(persona, { autosave: !isLive });
  const form = usePersonaForm(draft, view, isLive);
  return (
    <div className="studio-page max-w-280">
      <PersonaHead persona={view.persona} />
      <div className="editor-columns">
        <nav aria-label="Parts" className="editor-parts">
          <ul>
            {PARTS.map(({ key, label }) => (
              <li key={key}>
                <a href={`#${key}`} className="sort-link">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <form
          noValidate
          className="grid min-w-0 gap-12"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isLive) void draft.flush();
          }}
        >
          {PARTS.map(({ key, label, Fields }) => (
            <section key={key} id={key} aria-labelledby={`${key}-title`} className="editor-part">
              <h2 id={`${key}-title`} className="text-xl">
                {label}
              </h2>
              <Fields form={form} />
            </section>
          ))}
          <PersonaActions draft={draft} view={view} />
        </form>
        <aside className="wizard-aside max-lg:hidden">
          <StageCard persona={view.persona} content={view.content} />
        </aside>
      </div>
      {isLive ? <SaveBar draft={draft} view={view} /> : <DraftBar view={view} />}
      <ClashSheet draft={draft} view={view} />
    </div>
  );
}

/** Of a draft: that it is safe, and the way to publish it. */
function DraftBar({ view }: { view: DraftView }) {
  const { id } = view.persona;
  return (
    <div className="save-bar">
      <SaveMark view={view} />
      <div className="flex gap-2">
        <Link href={`/studio/personas/${id}/setup?step=preview`} className={buttonClass({ variant: 'quiet' })}>
          Try them
        </Link>
        <Link href={`/studio/personas/${id}/setup?step=publish`} className={buttonClass({})}>
          Publish
        </Link>
      </div>
    </div>
  );
}

/** Of what fans meet: one press for everything that was changed, with a word for the history. */
function SaveBar({ draft, view }: { draft: PersonaDraft; view: DraftView }) {
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const matter = `persona ${view.persona.id}`;
  const dirty = draft.unsaved().length > 0;
  const save = async () => {
    setFailure(null);
    retractToast(matter);
    const wrong = [...draft.read().invalid.keys()][0];
    if (wrong !== undefined) return focusPlace(wrong);
    if (await draft.flush(note.trim() === '' ? undefined : note.trim())) {
      setNote('');
      return toast({ matter, title: 'Saved', hint: 'Fans meet it from now on.', tone: 'success' });
    }
    const { failure: error, clash, persona } = draft.read();
    if (clash !== null || error === null) return;
    setFailure(studioErrorLine(error));
    const place = persona.problems[0]?.field;
    if (place !== undefined) focusPlace(place === '' ? 'personality' : place);
  };
  return (
    <div className="save-bar">
      {dirty || view.state !== 'saved' ? (
        <>
          <div className="grid min-w-0 flex-1 gap-2">
            <p role="alert" className="text-sm text-danger-ink empty:hidden">
              {failure}
            </p>
            <Field
              label="What changed? (for your own history)"
              name="note"
              autoComplete="off"
              maxLength={LIMITS.noteCharsMax}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
          <Button busy={view.state === 'saving'} onClick={save} className="h-12 self-end">
            Save
          </Button>
        </>
      ) : (
        <SaveMark view={view} />
      )}
    </div>
  );
}
