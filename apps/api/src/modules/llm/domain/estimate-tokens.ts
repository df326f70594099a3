import type { ChatTurn } from './provider.ts';

/** English text runs at about four characters a token; used only where a provider doesn't report usage. */
const CHARS_PER_TOKEN = 4;

export const estimateTokens = (text: string): number => Math.ceil(text.length / CHARS_PER_TOKEN);

export const estimatePromptTokens = (turns: readonly ChatTurn[]): number =>
  turns.reduce((total, turn) => total + estimateTokens(turn.content) + 4, 0);
