import { estimateTokens } from '../llm/index.ts';
import { buildPrompt } from './domain/build-prompt.ts';
import { expandMacros } from './domain/macros.ts';
import type { Prompt, PromptInput, PromptTurn } from './domain/prompt-input.ts';
import type { Draft, ToldHistory } from './draft-exchange.service.ts';
import { type Lore, PROMPT_TOKENS_MAX, scanLore } from './scan-lore.ts';

export interface ComposedPrompt extends Prompt {
  /** What the persona's lorebook had to say; undefined without one. */
  lore: Lore | undefined;
}

/** What the model is told of a draft, and how it came to that. */
export function composePrompt(draft: Draft, history: ToldHistory): ComposedPrompt {
  const { place, persona, fanName, fanDescription, authorNote, authorNoteDepth } = draft;
  const lore = scanLore(draft, history, (text) => expandFor(draft, text));
  const prompt = buildPrompt({
    persona: { ...persona, name: persona.charName },
    fan: { name: fanName, description: fanDescription },
    ...spokenTurns(history.turns.toReversed(), place.answers),
    knowledge: history.knowledge.map(({ text }) => text),
    summary: history.memory?.text ?? '',
    authorsNote: { text: authorNote, depth: authorNoteDepth },
    macros: macrosOf(draft),
    budget: { promptTokensMax: PROMPT_TOKENS_MAX, countTokens: estimateTokens },
    ...(lore && { worldInfo: lore.worldInfo }),
  });
  return { ...prompt, lore };
}

const macrosOf = ({ exchange }: Draft): PromptInput['macros'] => ({
  now: new Date(),
  timeZone: 'UTC',
  pickSeed: exchange.conversationId,
  randomSeed: exchange.replyId,
});

/** A creator's text with its macros filled in. */
export function expandFor(draft: Draft, text: string): string {
  const { persona, fanName, fanDescription } = draft;
  const names = { char: persona.charName, user: fanName, userDescription: fanDescription };
  return expandMacros(text, { ...macrosOf(draft), ...names, original: '' });
}

/** What was said and what the reply answers; without that, the last reply goes on. */
function spokenTurns(history: readonly PromptTurn[], answers: string | null): Pick<PromptInput, 'turns' | 'continues'> {
  if (answers !== null) return { turns: [...history, { role: 'user', content: answers }] };
  const last = history.at(-1) ?? { role: 'assistant', content: '' };
  return { turns: [...history.slice(0, -1), last], continues: 'instruction' };
}
