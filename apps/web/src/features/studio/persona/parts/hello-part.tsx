import { LIMITS } from '@troupe/contracts/limits';
import { TextArea } from '@/components/ui/text-area';
import type { PersonaForm } from '../draft/use-persona-draft';
import { keptIndex } from '../draft/wire';
import { TextRows } from './text-rows';

/** How a chat begins: what they say, other ways to say it, and what a fan could answer. */
export function HelloPart({ form: { content, set, problemAt } }: { form: PersonaForm }) {
  const { alternativeGreetings, starters } = content;
  const placeIn = (field: string, rows: readonly string[]) => (index: number) => {
    const kept = keptIndex(rows, index);
    return kept === null ? `${field}.new${index}` : `${field}.${kept}`;
  };
  const greetingAt = placeIn('alternativeGreetings', alternativeGreetings);
  const starterAt = placeIn('starters', starters);
  return (
    <>
      <TextArea
        label="Greeting"
        name="greeting"
        needed
        rows={5}
        maxLength={LIMITS.greetingCharsMax}
        placeholder="*She doesn’t turn around.* You’re late. Mind the third step, {{user}}."
        hint="Their first words in every chat. *Between asterisks* is what they do; {{user}} becomes the fan’s name."
        value={content.greeting}
        onChange={(greeting) => set({ greeting })}
        error={problemAt('greeting')}
      />
      <TextRows
        title="Other greetings"
        lead="Fans can leaf through them, like other takes of the first scene."
        each="Other greeting"
        add="Another greeting"
        rows={alternativeGreetings}
        rowsMax={LIMITS.alternativeGreetingsMax}
        charsMax={LIMITS.greetingCharsMax}
        lines={3}
        nameAt={greetingAt}
        problemAt={(index) => problemAt(greetingAt(index))}
        onChange={(rows) => set({ alternativeGreetings: rows })}
      />
      <TextRows
        title="What fans could say"
        lead="First lines to tap for whoever doesn’t know how to begin."
        each="Line"
        add="A line"
        rows={starters}
        rowsMax={LIMITS.startersMax}
        charsMax={LIMITS.starterCharsMax}
        lines={1}
        nameAt={starterAt}
        problemAt={(index) => problemAt(starterAt(index))}
        onChange={(rows) => set({ starters: rows })}
      />
    </>
  );
}
