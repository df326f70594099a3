import type { SliderKey, Sliders } from './sliders.ts';

/** What somebody says to them in the sample, every time the same: so that what changes is the persona. */
export const SAMPLE_QUESTION = 'It was a long day.';

/** What a slider adds to the answer: to its left, in its middle, to its right. Empty for nothing. */
const PARTS: Readonly<Record<Exclude<SliderKey, 'talkativeness'>, readonly [string, string, string]>> = {
  formality: ['Hey you.', 'Hello.', 'Good evening to you.'],
  warmth: ['So it was.', 'I can see that.', 'Come and sit down, I’m glad you’re here.'],
  energy: ['There is no hurry now.', '', 'Then let’s turn it around, right now!'],
  curiosity: ['Tell me, or don’t.', 'What was it like?', 'What happened first? And then? Leave nothing out.'],
  humour: [
    'Such days are no laughing matter.',
    '',
    'Was there a villain in it, or only paperwork? Paperwork is worse.',
  ],
  openness: ['Mine is not worth a word.', '', 'Mine was hard as well, I’ll say it as it is.'],
  flirtation: [
    'I’m a good friend to have on such days.',
    '',
    'Though it got better when you came in, and you know it.',
  ],
};

/** How many parts are said, by the same bands in which sliders speak. */
const PARTS_SAID = [
  { below: 15, parts: 2 },
  { below: 40, parts: 3 },
  { below: 61, parts: 5 },
  { below: 86, parts: 6 },
] as const;

/**
 * How a persona with these sliders might answer `SAMPLE_QUESTION`: put together from a table, at once and the same every time. A picture for whoever
 * moves a slider, not what a model will say. What a slider was moved for is said first, so that moving it shows.
 */
export function sampleAnswer(sliders: Sliders): string {
  const spoken = Object.entries(PARTS).map(([key, [left, middle, right]], at) => {
    const value = sliders[key as SliderKey] ?? 50;
    const text = value < 40 ? left : value > 60 ? right : middle;
    return { at, text, strength: Math.abs(value - 50) };
  });
  const talkativeness = sliders.talkativeness ?? 50;
  const max = PARTS_SAID.find(({ below }) => talkativeness < below)?.parts ?? spoken.length;
  return spoken
    .filter(({ text }) => text !== '')
    .sort((a, b) => b.strength - a.strength || a.at - b.at)
    .slice(0, max)
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text)
    .join(' ');
}
