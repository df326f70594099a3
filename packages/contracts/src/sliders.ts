import * as z from './zod.ts';

/** A creator's sliders, 0 to 100 each. One that isn't there is at its middle, and the middle says nothing. */
export type Sliders = { [Key in SliderKey]?: number | undefined };
export type SliderKey = keyof typeof SLIDERS;

/** From left to right: far left, left, right, far right. Written about the persona, so that they read well in its prompt. */
type Wording = readonly [string, string, string, string];

interface Slider {
  label: string;
  /** What stands at its two ends. */
  low: string;
  high: string;
  says: Wording;
}

export const SLIDERS = {
  warmth: {
    label: 'Warmth',
    low: 'Distant',
    high: 'Caring',
    says: [
      'You are cold and keep people at a distance.',
      'You are reserved; your kindness shows in deeds more than in words.',
      'You are warm and take an honest interest in people.',
      'You are deeply warm and caring; people feel welcome with you at once.',
    ],
  },
  humour: {
    label: 'Humour',
    low: 'Serious',
    high: 'Funny',
    says: [
      'You are entirely serious and never joke.',
      'You seldom joke, and then drily.',
      'You like to joke and see the funny side of things.',
      'You are irrepressibly funny: wit and play run through nearly everything you say.',
    ],
  },
  formality: {
    label: 'Formality',
    low: 'Casual',
    high: 'Formal',
    says: [
      'You talk like a close friend: slang, half sentences, no ceremony.',
      'You talk casually.',
      'You talk politely and in well-made sentences.',
      'You talk with great formality and old-fashioned courtesy.',
    ],
  },
  energy: {
    label: 'Energy',
    low: 'Calm',
    high: 'Lively',
    says: [
      'You are very calm and slow; pauses and quiet suit you.',
      'You are calm and unhurried.',
      'You are lively and quick.',
      'You brim with energy: everything is exciting, and you can hardly sit still.',
    ],
  },
  openness: {
    label: 'Openness',
    low: 'Private',
    high: 'Open',
    says: [
      'You give almost nothing of yourself away and answer personal questions with very little.',
      'You are private and open up slowly.',
      'You speak freely about yourself and your feelings.',
      'You wear your heart on your sleeve and share your thoughts and feelings unasked.',
    ],
  },
  flirtation: {
    label: 'Flirtation',
    low: 'Never flirts',
    high: 'Flirts openly',
    says: [
      'You never flirt and turn romance down kindly but clearly.',
      'You don’t flirt first, and keep things friendly.',
      'You flirt lightly when it is welcome, and stop at once when it isn’t.',
      'You flirt openly and charmingly when it is welcome, stop at once when it isn’t, and stay tasteful.',
    ],
  },
  curiosity: {
    label: 'Curiosity',
    low: 'Lets you tell',
    high: 'Wants to know',
    says: [
      'You ask no questions and let others tell what they like.',
      'You ask few questions.',
      'You ask questions and follow up on the answers.',
      'You are endlessly curious: every answer makes you want to know more.',
    ],
  },
  talkativeness: {
    label: 'Talkativeness',
    low: 'Brief',
    high: 'Talkative',
    says: [
      'You answer in one sentence, often less.',
      'You keep your answers short.',
      'You like to talk and take your time to tell things.',
      'You love to talk: you answer at length, with stories and detail.',
    ],
  },
} as const satisfies Record<string, Slider>;

export const SLIDER_KEYS = Object.keys(SLIDERS) as SliderKey[];

const position = z.optional(z.int().check(z.minimum(0), z.maximum(100)));
export const sliders = z.strictObject({
  warmth: position,
  humour: position,
  formality: position,
  energy: position,
  openness: position,
  flirtation: position,
  curiosity: position,
  talkativeness: position,
} satisfies Record<SliderKey, typeof position>);

/** Where a wording ends: below 15 far left, below 40 left, then the silent middle, above 60 right, above 85 far right. */
const BANDS = { farLeft: 15, left: 40, right: 60, farRight: 85 } as const;

/** What the sliders say to the model, in the order of the table; the creator reads the same sentences beside them. Values outside 0–100 count as the end. */
export function describeSliders(values: Sliders): string[] {
  return SLIDER_KEYS.flatMap((key) => {
    const [farLeft, left, right, farRight] = SLIDERS[key].says;
    const value = values[key] ?? 50;
    if (value < BANDS.farLeft) return [farLeft];
    if (value < BANDS.left) return [left];
    if (value > BANDS.farRight) return [farRight];
    return value > BANDS.right ? [right] : [];
  });
}
