import type { PublishProblem } from '@troupe/contracts/http/creator-persona';
import type { ComponentType } from 'react';
import type { PersonaForm } from '../draft/use-persona-draft';
import type { PersonaField } from '../draft/wire';
import { BillPart } from './bill-part';
import { HelloPart } from './hello-part';
import { InstructionsPart } from './instructions-part';
import { LooksPart } from './looks-part';
import { MannerPart } from './manner-part';
import { PricePart } from './price-part';
import { ShelfPart } from './shelf-part';
import { StoryPart } from './story-part';
import { TalkPart } from './talk-part';
import { TrainingPart } from './training-part';

export interface PersonaPart {
  /** Its place in addresses. */
  key: string;
  /** In a list of parts. */
  label: string;
  /** The question that it asks by itself on a screen. */
  question: string;
  lead: string;
  /** Whose problems lead here. */
  fields: readonly PersonaField[];
  Fields: ComponentType<{ form: PersonaForm }>;
  /** The wizard asks for nothing that few need; in the editor, files have a page of their own. */
  only?: 'editor' | 'wizard';
  /** Goes on while another step is shown, as an upload does. */
  stays?: boolean;
}

/** The parts of a persona's form in their order, for the wizard (one a screen) and the editor (one below the other). A new part is one entry. */
export const PERSONA_PARTS: readonly PersonaPart[] = [
  {
    key: 'bill',
    label: 'On the bill',
    question: 'Who steps on stage?',
    lead: 'A name, and a line that makes people stop. That is what stands on their card.',
    fields: ['name', 'hook'],
    Fields: BillPart,
  },
  {
    key: 'looks',
    label: 'Looks',
    question: 'What do they look like?',
    lead: 'A picture carries half of it. All of this can wait.',
    fields: ['pictureKey', 'hueDegrees', 'looks'],
    Fields: LooksPart,
  },
  {
    key: 'story',
    label: 'Story',
    question: 'Who are they?',
    lead: 'Write as you would tell an actor. A few good sentences are enough to begin with.',
    fields: ['personality', 'scenario', 'description'],
    Fields: StoryPart,
  },
  {
    key: 'manner',
    label: 'Manner',
    question: 'How do they talk?',
    lead: 'Move what should be strong. What stays in the middle is left to what you wrote.',
    fields: ['sliders'],
    Fields: MannerPart,
  },
  {
    key: 'hello',
    label: 'Greeting',
    question: 'How do they say hello?',
    lead: 'Every chat opens with it, and it is free.',
    fields: ['greeting', 'alternativeGreetings', 'starters'],
    Fields: HelloPart,
  },
  {
    key: 'talk',
    label: 'Dialogue and voice',
    question: 'What do they sound like?',
    lead: 'Show it instead of telling it. All of this can wait.',
    fields: ['exampleDialogue', 'voice'],
    Fields: TalkPart,
  },
  {
    key: 'training',
    label: 'Training data',
    question: 'What do they know?',
    lead: 'Files that they answer from when somebody asks. All of this can wait; it is kept encrypted, and fans never see it.',
    fields: [],
    Fields: TrainingPart,
    only: 'wizard',
    stays: true,
  },
  {
    key: 'shelf',
    label: 'Where fans find them',
    question: 'Where will fans find them?',
    lead: 'A shelf and a few words to search for. All of this can wait.',
    fields: ['category', 'tags', 'mature'],
    Fields: ShelfPart,
  },
  {
    key: 'price',
    label: 'Price',
    question: 'What is a message worth?',
    lead: 'You can change it at any time; nobody pays another price than the one they saw.',
    fields: ['price'],
    Fields: PricePart,
  },
  {
    key: 'instructions',
    label: 'Instructions',
    question: 'Anything by hand?',
    lead: 'For those who write prompts themselves. Most personas need nothing here.',
    fields: ['systemPrompt', 'postHistory', 'nickname'],
    Fields: InstructionsPart,
    only: 'editor',
  },
];

/** The part whose field a problem is about; the story for one that is about several texts together. */
export function partOf({ field }: Pick<PublishProblem, 'field'>): PersonaPart | undefined {
  const [name = ''] = field.split('.');
  return PERSONA_PARTS.find(({ fields, key }) =>
    name === '' ? key === 'story' : fields.some((known) => known === name),
  );
}
