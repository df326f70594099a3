import { LIMITS } from '@troupe/contracts/limits';
import { estimateTokens } from '../llm/index.ts';
import { buildPrompt } from './domain/build-prompt.ts';
import type { Prompt, PromptInput, PromptTurn } from './domain/prompt-input.ts';
import type { Draft, ToldHistory } from './draft-exchange.service.ts';

/** What the model is told of a draft, and how it came to that. */
export function composePrompt(draft: Draft, { turns, memory, knowledge }: ToldHistory): Prompt {
  const { place, persona, fanName, fanDescription, authorNote, authorNoteDepth } = draft;
  return buildPrompt({
    persona: { ...persona, name: persona.brief.name },
    fan: { name: fanName, description: fanDescription },
    ...spokenTurns(turns.toReversed(), place.answers),
    knowledge: knowledge.map(({ text }) => text),
    summary: memory?.text ?? '',
    authorsNote: { text: authorNote, depth: authorNoteDepth },
    macros: macrosOf(draft),
    budget: { promptTokensMax: LIMITS.contextTokensMax - LIMITS.replyTokensMax, countTokens: estimateTokens },
  });
}

export const macrosOf = ({ exchange }: Draft): PromptInput['macros'] => ({
  now: new Date(),
  timeZone: 'UTC',
  pickSeed: exchange.conversationId,
  randomSeed: exchange.replyId,
});

/** What was said and what the reply answers; without that, the last reply goes on. */
function spokenTurns(history: readonly PromptTurn[], answers: string | null): Pick<PromptInput, 'turns' | 'continues'> {
  if (answers !== null) return { turns: [...history, { role: 'user', content: answers }] };
  const last = history.at(-1) ?? { role: 'assistant', content: '' };
  return { turns: [...history.slice(0, -1), last], continues: 'instruction' };
}
