'use client';

import { diffPersonas } from '@troupe/contracts/persona-diff';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import type { DraftView, PersonaDraft } from './draft/persona-draft';
import { fieldName, fieldValue } from './field-words';

/** Two devices wrote into the same field: both are shown, and one is chosen. */
export function ClashSheet({ draft, view }: { draft: PersonaDraft; view: DraftView }) {
  const [hidden, setHidden] = useState(false);
  const { clash, content } = view;
  if (clash === null) return null;
  const changes = diffPersonas(clash.theirs, content).filter(({ field }) =>
    clash.fields.some((known) => known === field.split('.')[0]),
  );
  if (hidden) {
    return (
      <Button variant="quiet" onClick={() => setHidden(false)} className="justify-self-start">
        Saved on two devices: choose
      </Button>
    );
  }
  return (
    <Sheet
      open
      onClose={() => setHidden(true)}
      title="Saved on another device"
      description="The same was written in two places. Nothing is lost until you choose."
    >
      <div className="grid gap-5">
        {changes.map(({ field, before, after }) => (
          <section key={field} className="grid gap-2">
            <h3 className="text-sm font-semibold">{fieldName(field)}</h3>
            <div className="grid gap-3 sm:grid-cols-2">
              <Side title="There" text={fieldValue(field, before)} />
              <Side title="Here" text={fieldValue(field, after)} />
            </div>
          </section>
        ))}
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => void draft.keepMine()} className="flex-1">
            Keep what is here
          </Button>
          <Button variant="quiet" onClick={() => void draft.takeTheirs()} className="flex-1">
            Take what is there
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <div className="grid content-start gap-1 rounded-tight border border-line p-3">
      <p className="text-xs text-muted">{title}</p>
      <p className="max-h-40 overflow-y-auto text-sm wrap-anywhere whitespace-pre-line">
        {text === '' ? 'Nothing' : text}
      </p>
    </div>
  );
}
