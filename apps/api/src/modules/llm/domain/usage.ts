import { estimatePromptTokens, estimateTokens } from './estimate-tokens.ts';
import type { ChatTurn, CompletionRequest, Usage } from './provider.ts';

/** What a provider may add to each turn (roles, separators), and to the whole (its own preamble). */
const TURN_OVERHEAD_TOKENS = 64;
const PROMPT_OVERHEAD_TOKENS = 2_048;
/** The highest number of UTF-8 bytes that one UTF-16 unit stands for; no tokenizer makes more tokens than there are bytes. */
const BYTES_PER_UNIT_MAX = 3;
/** Some servers round the limit that they are given; none has a reason to double it. */
const COMPLETION_FACTOR_MAX = 2;

const isCount = (value: unknown, max: number): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= max;

const promptTokensMax = (turns: readonly ChatTurn[]): number =>
  turns.reduce(
    (total, turn) => total + turn.content.length * BYTES_PER_UNIT_MAX + TURN_OVERHEAD_TOKENS,
    PROMPT_OVERHEAD_TOKENS,
  );

/**
 * A provider's figures, if one can believe them. Zero is a figure; missing ones are none, and neither are negative ones, fractions, or more
 * tokens than this prompt and this limit can have: whoever charges by them would charge for what nobody got.
 */
export function acceptUsage(
  promptTokens: unknown,
  completionTokens: unknown,
  request: CompletionRequest,
): Usage | undefined {
  if (!isCount(promptTokens, promptTokensMax(request.turns))) return undefined;
  if (!isCount(completionTokens, request.maxTokens * COMPLETION_FACTOR_MAX)) return undefined;
  return { promptTokens, completionTokens, estimated: false };
}

/** Counted here, from what was asked and what was delivered. */
export function estimateUsage(turns: readonly ChatTurn[], deliveredText: string): Usage {
  return {
    promptTokens: estimatePromptTokens(turns),
    completionTokens: estimateTokens(deliveredText),
    estimated: true,
  };
}
