'use client';

import { LIMITS } from '@troupe/contracts/limits';
import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { contractProblem } from '../draft/wire';
import { without } from './text-rows';

interface TagsFieldProps {
  tags: readonly string[];
  problemAt: (place: string) => string | null;
  onChange: (tags: string[]) => void;
}

/** Tags as chips; Enter, a comma and leaving the field add what was typed. */
export function TagsField({ tags, problemAt, onChange }: TagsFieldProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = (typed: string) => {
    const fresh = typed.split(',').flatMap((tag) => tag.trim().toLowerCase().replace(/\s+/g, ' ') || []);
    const wanted = [...new Set([...tags, ...fresh])];
    const found = contractProblem('tags', wanted) === null ? null : 'Words or numbers, for instance: sea, night shift.';
    setProblem(found);
    if (found !== null) return setText(typed);
    setText('');
    if (wanted.length !== tags.length) onChange(wanted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '') onChange(tags.slice(0, -1));
  };
  const known = ['tags', ...tags.map((_, index) => `tags.${index}`)].map(problemAt).find((found) => found !== null);
  return (
    <div className="grid gap-2">
      <Field
        label="Tags"
        name="tags"
        autoComplete="off"
        enterKeyHint="done"
        maxLength={LIMITS.tagCharsMax}
        hint="What fans search for. Enter or a comma adds one."
        value={text}
        onChange={(event) => (event.target.value.includes(',') ? add(event.target.value) : setText(event.target.value))}
        onKeyDown={onKeyDown}
        onBlur={() => add(text)}
        error={problem ?? known ?? null}
      />
      {tags.length === 0 ? null : (
        <ul aria-label="Chosen tags" className="flex flex-wrap gap-2">
          {tags.map((tag, index) => (
            <li key={tag}>
              <button type="button" onClick={() => onChange(without(tags, index))} className="tag-chip">
                {tag}
                <X size={15} aria-hidden="true" />
                <span className="sr-only">: remove</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
