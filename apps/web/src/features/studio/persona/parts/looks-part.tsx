import { LIMITS } from '@troupe/contracts/limits';
import { TextArea } from '@/components/ui/text-area';
import { PictureField } from '../../picture/picture-field';
import type { PersonaForm } from '../draft/use-persona-draft';
import { Portrayal } from '../portrayal';

/** How they look: to fans a picture and its light, to the model words. */
export function LooksPart({ form: { persona, content, set, problemAt } }: { form: PersonaForm }) {
  // What was just chosen isn't the saved one's picture yet.
  const portrait = content.pictureKey === persona.content.pictureKey ? persona.portrait : [];
  return (
    <>
      <PictureField
        label="Picture"
        shape="portrait"
        isChosen={content.pictureKey !== null}
        onChoose={({ key, hueDegrees }) => set({ pictureKey: key, hueDegrees })}
        onRemove={() => set({ pictureKey: null })}
      >
        <Portrayal
          name={content.name}
          hueDegrees={content.hueDegrees}
          portrait={portrait}
          className="w-32 rounded-card"
        />
      </PictureField>
      <div className="grid gap-1.5">
        <label htmlFor="hue" className="text-sm font-medium">
          Their light
        </label>
        <input
          id="hue"
          type="range"
          min={0}
          max={360}
          value={Math.round(content.hueDegrees)}
          aria-valuetext={`${Math.round(content.hueDegrees)} degrees around the colour wheel`}
          onChange={(event) => set({ hueDegrees: Number(event.target.value) })}
          className="hue-range"
        />
        <p className="text-sm text-muted">The colour of their stage. A picture brings its own; this changes it.</p>
      </div>
      <TextArea
        label="Looks"
        name="looks"
        rows={3}
        maxLength={LIMITS.looksCharsMax}
        hint="Only the model reads it, so that they know what they look like."
        value={content.looks}
        onChange={(looks) => set({ looks })}
        error={problemAt('looks')}
      />
    </>
  );
}
