import type { SeedDialogue } from '../personas.ts';

/** What a persona says on common occasions, and to particular words. Every line is whole: it is never mixed with another persona's. */
export interface Talk {
  /** To something particular: what is said, and the answer. */
  readonly said: readonly (readonly [string, string])[];
  readonly hello: readonly string[];
  readonly howAreYou: readonly string[];
  readonly who: readonly string[];
  readonly place: readonly string[];
  readonly age: readonly string[];
  readonly likes: readonly string[];
  readonly thanks: readonly string[];
  readonly goodbye: readonly string[];
  readonly joke: readonly string[];
  readonly story: readonly string[];
  readonly advice: readonly string[];
  readonly sad: readonly string[];
  readonly glad: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** To a short word that says little. */
  readonly ok: readonly string[];
  /** To whatever somebody tells about themselves. */
  readonly share: readonly string[];
  /** To a question that the persona can't answer. */
  readonly question: readonly string[];
  readonly love: readonly string[];
  readonly hostile: readonly string[];
  /** Always the truth. */
  readonly ai: readonly string[];
  readonly more: readonly string[];
  readonly why: readonly string[];
  /** Questions that fit at any time. */
  readonly ask: readonly string[];
  /** To a short answer to something that the persona asked. */
  readonly answer: readonly string[];
  /** To laughter and praise. */
  readonly laugh: readonly string[];
  /** To being asked to do something. */
  readonly request: readonly string[];
  /** To what somebody does in the scene: something happens, and there is a choice. */
  readonly act: readonly string[];
  /** What the persona does while somebody is silent. */
  readonly silence: readonly string[];
}

const FAN_LINES: Record<Exclude<keyof Talk, 'said'>, string> = {
  hello: 'Hello.',
  howAreYou: 'How are you?',
  who: 'Who are you?',
  place: 'Where are we?',
  age: 'How old are you?',
  likes: 'What do you like?',
  thanks: 'Thank you.',
  goodbye: 'I have to go now.',
  joke: 'Tell me a joke.',
  story: 'Tell me a story.',
  advice: 'What should I do?',
  sad: 'I feel sad.',
  glad: 'I had a great day!',
  yes: 'Yes.',
  no: 'No.',
  ok: 'Ok.',
  share: 'Something happened today.',
  question: 'I have a question.',
  love: 'I like you.',
  hostile: 'You’re stupid.',
  ai: 'Are you an AI?',
  more: 'Tell me more.',
  why: 'Why?',
  ask: 'Ask me something.',
  answer: 'That is my answer.',
  laugh: 'Haha, nice!',
  request: 'Can you do something for me?',
  act: '*does something*',
  silence: '…',
};

/** As example dialogue, which is where a persona's words live. */
export function toDialogue(talk: Talk): SeedDialogue[] {
  const occasions = Object.entries(FAN_LINES).flatMap(([key, fan]) =>
    talk[key as keyof typeof FAN_LINES].map((persona) => ({ fan, persona })),
  );
  return [...talk.said.map(([fan, persona]) => ({ fan, persona })), ...occasions];
}
