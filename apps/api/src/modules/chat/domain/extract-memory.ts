import { MEMORY, type SummaryPlan } from './memory.ts';

const SENTENCE_CHARS_MAX = 160;

/**
 * A memory without a model: what was remembered, then the first sentence of everything that the fan said. When it gets too long, the oldest
 * lines go. For the built-in voice, which can't summarise.
 */
export function extractMemory(plan: SummaryPlan, fanName: string): string {
  const said = plan.messages
    .filter((message) => message.role === 'user')
    .map((message) => firstSentence(message.content))
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${fanName} said: “${sentence}”`);
  const lines = [...plan.previous.split('\n'), ...said].filter((line) => line !== '');
  let room: number = MEMORY.summaryCharsMax;
  const kept: string[] = [];
  for (const line of lines.reverse()) {
    room -= line.length + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return kept.reverse().join('\n');
}

function firstSentence(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const sentence = /^.*?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? line;
  return sentence.length <= SENTENCE_CHARS_MAX ? sentence : `${sentence.slice(0, SENTENCE_CHARS_MAX).toWellFormed()}…`;
}
