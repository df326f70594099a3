'use client';

import type { PersonaContent } from '@troupe/contracts/http/creator-persona';
import { LIMITS } from '@troupe/contracts/limits';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { keptIndex } from '../draft/wire';
import { RemoveRow, without } from './text-rows';

type Pairs = PersonaContent['exampleDialogue'];

/** As many stand open; of more, each is a line that opens. */
const OPEN_MAX = 3;
/** As many are listed before somebody asks for all. */
const LISTED_MAX = 8;

interface DialogueRowsProps {
  name: string;
  pairs: Pairs;
  problemAt: (place: string) => string | null;
  onChange: (pairs: Pairs) => void;
}

/** Pieces of dialogue, from none to a hundred. */
export function DialogueRows({ name, pairs, problemAt, onChange }: DialogueRowsProps) {
  const [all, setAll] = useState(pairs.length <= LISTED_MAX);
  const placeOf = (index: number) => `exampleDialogue.${keptIndex(pairs, index) ?? `new${index}`}`;
  const hasProblem = (index: number) =>
    ['fan', 'persona'].some((side) => problemAt(`${placeOf(index)}.${side}`) !== null);
  return (
    <fieldset className="grid gap-4">
      <legend className="text-sm font-medium">Example dialogue</legend>
      <p className="text-sm text-muted">
        Nothing teaches the model their voice as well as two or three of these. Fans don’t see them.
      </p>
      {pairs.map((pair, index) =>
        all || index < LISTED_MAX || hasProblem(index) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a pair is its place; its text changes with every key
          <div key={index} className="flex items-start gap-1">
            <PairFields
              name={name}
              pair={pair}
              place={placeOf(index)}
              folded={pairs.length > OPEN_MAX && !hasProblem(index)}
              problemAt={problemAt}
              onChange={(part) => onChange(pairs.map((known, at) => (at === index ? { ...known, ...part } : known)))}
            />
            <RemoveRow label={`Remove piece ${index + 1}`} onRemove={() => onChange(without(pairs, index))} />
          </div>
        ) : null,
      )}
      <div className="flex flex-wrap gap-3">
        {all ? null : (
          <Button variant="ghost" onClick={() => setAll(true)}>
            Show all {pairs.length}
          </Button>
        )}
        {pairs.length < LIMITS.exampleDialogueMax ? (
          <Button
            variant="quiet"
            onClick={() => {
              setAll(true);
              onChange([...pairs, { fan: '', persona: '' }]);
            }}
          >
            <Plus size={18} aria-hidden="true" />A piece of dialogue
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

interface PairFieldsProps {
  name: string;
  pair: Pairs[number];
  place: string;
  folded: boolean;
  problemAt: (place: string) => string | null;
  onChange: (part: Partial<Pairs[number]>) => void;
}

function PairFields({ name, pair, place, folded, problemAt, onChange }: PairFieldsProps) {
  // As it was when it came: a row must not close under somebody's hands.
  const [isFolded] = useState(folded && pair.fan !== '');
  const fields = (
    <div className="grid min-w-0 flex-1 gap-3 border-l-2 border-line pl-4">
      <TextArea
        label="A fan says"
        name={`${place}.fan`}
        rows={1}
        maxLength={LIMITS.exampleLineCharsMax}
        value={pair.fan}
        onChange={(fan) => onChange({ fan })}
        error={problemAt(`${place}.fan`)}
      />
      <TextArea
        label={`${name} answers`}
        name={`${place}.persona`}
        rows={2}
        maxLength={LIMITS.exampleLineCharsMax}
        value={pair.persona}
        onChange={(persona) => onChange({ persona })}
        error={problemAt(`${place}.persona`)}
      />
    </div>
  );
  if (!isFolded) return fields;
  return (
    <details className="pair-folded">
      <summary>
        <span className="truncate font-medium">{pair.fan}</span>
        <span className="truncate text-sm text-muted">{pair.persona}</span>
      </summary>
      {fields}
    </details>
  );
}
