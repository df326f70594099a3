import { LIMITS } from '@troupe/contracts/limits';
import type { CardNotices } from './card-fault.ts';
import type { CardPersona } from './card-persona.ts';

/** What a persona says besides what cards speak of: looks, sliders, voice, price. */
const REST_BYTES_MAX = 16 * 1024;
const BYTES_MAX = LIMITS.personaBytesMax - REST_BYTES_MAX;
const LISTS = ['alternativeGreetings', 'exampleDialogue'] as const;
const LONG = ['postHistory', 'systemPrompt', 'scenario', 'description', 'greeting', 'personality'] as const;

/** The same, or as much of it as one persona may say: the last greetings go first, then the last examples, then the ends of the longest texts. */
export function fitPersona(persona: CardPersona, notices: CardNotices): CardPersona {
  const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
  let bytes = bytesOf(persona);
  if (bytes <= BYTES_MAX) return persona;
  notices.add(
    'cut',
    'The card says more than a persona may say in all; greetings, examples or ends of texts are left out.',
  );
  const fitted = {
    ...persona,
    alternativeGreetings: [...persona.alternativeGreetings],
    exampleDialogue: [...persona.exampleDialogue],
  };
  for (const list of LISTS) {
    while (bytes > BYTES_MAX && fitted[list].length > 0) bytes -= bytesOf(fitted[list].pop()) + 1;
  }
  while (bytes > BYTES_MAX) {
    const longest = LONG.reduce((one, other) => (fitted[other].length > fitted[one].length ? other : one));
    const before = bytesOf(fitted[longest]);
    fitted[longest] = half(fitted[longest]);
    bytes -= before - bytesOf(fitted[longest]);
  }
  return fitted;
}

/** Never half a character. */
const half = (text: string): string =>
  text
    .slice(0, Math.floor(text.length / 2))
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
