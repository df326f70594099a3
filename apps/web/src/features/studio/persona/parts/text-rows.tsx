'use client';

import { Plus, X } from 'lucide-react';
import { Button, buttonClass } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';

interface TextRowsProps {
  title: string;
  lead: string;
  /** What one of them is called, as `Another greeting`. */
  each: string;
  add: string;
  rows: readonly string[];
  rowsMax: number;
  charsMax: number;
  lines: number;
  /** The name of the field at a row, which is also where its problem stands. */
  nameAt: (index: number) => string;
  problemAt: (index: number) => string | null;
  onChange: (rows: string[]) => void;
}

/** Several texts of one kind, one below the other. */
export function TextRows(props: TextRowsProps) {
  const { title, lead, each, add, rows, rowsMax, charsMax, lines, nameAt, problemAt, onChange } = props;
  return (
    <fieldset className="grid gap-3">
      <legend className="text-sm font-medium">{title}</legend>
      <p className="text-sm text-muted">{lead}</p>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its text changes with every key
        <div key={index} className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <TextArea
              label={`${each} ${index + 1}`}
              hideLabel
              name={nameAt(index)}
              value={row}
              rows={lines}
              maxLength={charsMax}
              error={problemAt(index)}
              onChange={(text) => onChange(rows.map((known, place) => (place === index ? text : known)))}
            />
          </div>
          <RemoveRow
            label={`Remove ${each.toLowerCase()} ${index + 1}`}
            onRemove={() => onChange(without(rows, index))}
          />
        </div>
      ))}
      {rows.length < rowsMax ? (
        <Button variant="quiet" onClick={() => onChange([...rows, ''])} className="justify-self-start">
          <Plus size={18} aria-hidden="true" />
          {add}
        </Button>
      ) : null}
    </fieldset>
  );
}

export function RemoveRow({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onRemove}
      className={buttonClass({ variant: 'ghost', size: 'icon', className: 'text-muted' })}
    >
      <X size={18} aria-hidden="true" />
    </button>
  );
}

export function without<Row>(rows: readonly Row[], index: number): Row[] {
  return rows.filter((_, place) => place !== index);
}
