import { LIMITS } from '@troupe/contracts/limits';
import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import type { PersonaForm } from '../draft/use-persona-draft';
import { keptIndex } from '../draft/wire';
import { RemoveRow, without } from './text-rows';
import { VoiceFields } from './voice-fields';

/** How they talk, shown: pieces of dialogue for the model, and the voice that reads them aloud. */
export function TalkPart({ form: { content, set, problemAt } }: { form: PersonaForm }) {
  const pairs = content.exampleDialogue;
  const change = (index: number, part: Partial<(typeof pairs)[number]>) =>
    set({ exampleDialogue: pairs.map((pair, place) => (place === index ? { ...pair, ...part } : pair)) });
  return (
    <>
      <fieldset className="grid gap-4">
        <legend className="text-sm font-medium">Example dialogue</legend>
        <p className="text-sm text-muted">
          Nothing teaches the model their voice as well as two or three of these. Fans don’t see them.
        </p>
        {pairs.map((pair, index) => {
          const at = `exampleDialogue.${keptIndex(pairs, index) ?? `new${index}`}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a pair is its place; its text changes with every key
            <div key={index} className="flex items-start gap-1">
              <div className="grid min-w-0 flex-1 gap-3 border-l-2 border-line pl-4">
                <TextArea
                  label="A fan says"
                  name={`${at}.fan`}
                  rows={1}
                  maxLength={LIMITS.exampleLineCharsMax}
                  value={pair.fan}
                  onChange={(fan) => change(index, { fan })}
                  error={problemAt(`${at}.fan`)}
                />
                <TextArea
                  label={`${content.name} answers`}
                  name={`${at}.persona`}
                  rows={2}
                  maxLength={LIMITS.exampleLineCharsMax}
                  value={pair.persona}
                  onChange={(persona) => change(index, { persona })}
                  error={problemAt(`${at}.persona`)}
                />
              </div>
              <RemoveRow
                label={`Remove piece ${index + 1}`}
                onRemove={() => set({ exampleDialogue: without(pairs, index) })}
              />
            </div>
          );
        })}
        {pairs.length < LIMITS.exampleDialogueMax ? (
          <Button
            variant="quiet"
            onClick={() => set({ exampleDialogue: [...pairs, { fan: '', persona: '' }] })}
            className="justify-self-start"
          >
            <Plus size={18} aria-hidden="true" />A piece of dialogue
          </Button>
        ) : null}
      </fieldset>
      <VoiceFields
        name={content.name}
        voice={content.voice}
        sample={content.greeting}
        onChange={(voice) => set({ voice })}
      />
    </>
  );
}
