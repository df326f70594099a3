import type { PersonaContent } from '@troupe/contracts/http/creator-persona';
import type { PersonaPart } from '../parts/part-list';
import { PERSONA_PARTS } from '../parts/part-list';

export interface WizardStep {
  key: string;
  label: string;
  question: string;
  lead: string;
  part: PersonaPart | null;
}

const LAST: readonly WizardStep[] = [
  {
    key: 'preview',
    label: 'Try them',
    question: 'Talk to them yourself',
    lead: 'A real chat with your draft, free for you. Go back and change something: the next reply knows it.',
    part: null,
  },
  {
    key: 'publish',
    label: 'Publish',
    question: 'Curtain up?',
    lead: 'Some things are looked at by themselves before fans can meet somebody new.',
    part: null,
  },
];

/** Has no field of the persona's: files are sent when they are chosen. */
const FILES: WizardStep = {
  key: 'files',
  label: 'Files',
  question: 'What do they know?',
  lead: 'Give them a menu, letters, a town’s history, and they answer from it. Leave it out if you like; files can come any time.',
  part: null,
};

const PARTS: readonly WizardStep[] = PERSONA_PARTS.filter(({ editorOnly }) => editorOnly !== true).map(
  ({ key, label, question, lead }, index, parts) => ({ key, label, question, lead, part: parts[index] ?? null }),
);

/** One question a screen, in this order. */
export const WIZARD_STEPS: readonly WizardStep[] = [
  ...PARTS.flatMap((step) => (step.key === 'talk' ? [step, FILES] : [step])),
  ...LAST,
];

/** Where somebody who comes back goes on: the last step that they wrote anything into, or whose neighbour before it they did. */
export function resumeStep(content: PersonaContent): string {
  const touched = WIZARD_STEPS.findLastIndex(
    ({ part }) => part?.fields.some((field) => isWritten(content, field)) ?? false,
  );
  return WIZARD_STEPS[Math.max(0, touched)]?.key ?? 'bill';
}

/** The hue comes by itself, and a price and a category are there from the start. */
function isWritten(content: PersonaContent, field: keyof PersonaContent): boolean {
  const value = content[field];
  if (typeof value === 'string') return field !== 'category' && value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return (field === 'sliders' || field === 'voice') && Object.keys(value ?? {}).length > 0;
}
