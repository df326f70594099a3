import { startLlmServer } from '../../../packages/test-kit/src/llm-server.ts';
import { markIn } from './content.mjs';

/** Well over a sentence: text that is worth its price when it is cut. */
const LONG =
  'the lamp turns and the ships go by and every keeper learns the slow sums of light on moving water, year after year after year'.split(
    ' ',
  );
const SHORT = LONG.slice(0, 2);

/** A language model that mostly answers, beginning with the mark of what it was asked, and otherwise fails in every way it can. */
export async function startMoodyModel(random, figures) {
  const server = await startLlmServer();
  server.script((call) => {
    const asked = call.messages.at(-1)?.content ?? '';
    const mood = random.weighted(MOODS);
    figures.count(`model: ${mood}`);
    return scriptOf(mood, markIn(asked), random);
  });
  return server;
}

const MOODS = [
  [56, 'answers'],
  [8, 'answers in few words'],
  [8, 'answers slowly'],
  [5, 'fails with 500'],
  [2, 'fails with 429'],
  [3, 'hangs before the first word'],
  [3, 'hangs after few words'],
  [3, 'hangs after a sentence'],
  [3, 'cuts after few words'],
  [3, 'cuts after a sentence'],
  [3, 'streams garbage'],
  [3, 'answers nothing'],
];

function scriptOf(mood, mark, random) {
  const words = (list) => [mark, ...list].map((word) => `${word} `);
  switch (mood) {
    case 'answers':
      return { kind: 'reply', words: words(LONG), wordDelayMs: random.int(2, 15) };
    case 'answers in few words':
      return { kind: 'reply', words: words(SHORT) };
    case 'answers slowly':
      return { kind: 'reply', words: words(LONG), wordDelayMs: random.int(60, 150) };
    case 'fails with 500':
      return { kind: 'status', status: 500 };
    case 'fails with 429':
      return { kind: 'status', status: 429 };
    case 'hangs before the first word':
      return { kind: 'hang' };
    case 'hangs after few words':
      return { kind: 'hang', afterWords: words(SHORT) };
    case 'hangs after a sentence':
      return { kind: 'hang', afterWords: words(LONG) };
    case 'cuts after few words':
      return { kind: 'cut', afterWords: words(SHORT) };
    case 'cuts after a sentence':
      return { kind: 'cut', afterWords: words(LONG) };
    case 'streams garbage':
      return { kind: 'garbage' };
    case 'answers nothing':
      return { kind: 'empty' };
  }
}
