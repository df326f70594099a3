'use client';

import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { draftOf, type FieldKind, readDraft, type SaleField, type SaleProblems } from './sale-draft';

interface SaleFormProps<Request> {
  fields: readonly SaleField<Request>[];
  schema: Parameters<typeof readDraft<Request>>[1];
  kept: Request;
  /** What is wrong with the whole, by field. */
  judge?: (request: Request) => SaleProblems;
  busy: boolean;
  onSave: (request: Request) => void;
  onBack: () => void;
}

const INPUTS: Record<Exclude<FieldKind, 'flag'>, { type: string; inputMode?: 'decimal' | 'numeric' }> = {
  text: { type: 'text' },
  coins: { type: 'text', inputMode: 'decimal' },
  money: { type: 'text', inputMode: 'decimal' },
  count: { type: 'text', inputMode: 'numeric' },
  moment: { type: 'datetime-local' },
};

/** A form of what is sold, made of its table of fields. */
export function SaleForm<Request>({ fields, schema, kept, judge, busy, onSave, onBack }: SaleFormProps<Request>) {
  const [draft, setDraft] = useState(() => draftOf(fields, kept));
  const [problems, setProblems] = useState<SaleProblems>({});
  const set = (name: string, value: string | boolean) => setDraft((before) => ({ ...before, [name]: value }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(fields, schema, draft);
    const found = 'problems' in read ? read.problems : (judge?.(read.request) ?? {});
    setProblems(found);
    if ('request' in read && Object.keys(found).length === 0) onSave(read.request);
  };
  return (
    <form onSubmit={save} noValidate className="grid max-w-160 gap-4 py-2 sm:grid-cols-2">
      {fields.map(({ name, label, kind, hint }) =>
        kind === 'flag' ? (
          <label key={name} className="choice">
            <input
              type="checkbox"
              checked={draft[name] === true}
              onChange={(event) => set(name, event.target.checked)}
            />
            {label}
          </label>
        ) : (
          <Field
            key={name}
            {...INPUTS[kind]}
            {...(hint !== undefined && { hint })}
            label={label}
            name={name}
            autoComplete="off"
            maxLength={200}
            value={String(draft[name])}
            onChange={(event) => set(name, event.target.value)}
            error={problems[name] ?? null}
          />
        ),
      )}
      <div className="flex flex-wrap gap-3 sm:col-span-2">
        <Button type="submit" busy={busy}>
          Save
        </Button>
        <Button variant="ghost" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
