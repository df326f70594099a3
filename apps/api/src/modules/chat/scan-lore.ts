import { LIMITS } from '@troupe/contracts/limits';
import { estimateTokens } from '../llm/index.ts';
import { type LoreScan, type PlacedLore, placeEntries, scanLorebook } from '../persona/index.ts';
import { SHARE_MAX } from './domain/build-prompt.ts';
import { idsOf } from './domain/lore-path.ts';
import { TURN_TOKENS } from './domain/spend-budget.ts';
import type { Draft, ToldHistory } from './draft-exchange.service.ts';

/** What the longest prompt may take, and world info of it. */
export const PROMPT_TOKENS_MAX = LIMITS.contextTokensMax - LIMITS.replyTokensMax;
export const LORE_TOKENS_MAX = Math.floor(PROMPT_TOKENS_MAX * SHARE_MAX.worldInfo);
/** An entry with all that a prompt puts around it. */
export const loreTokens = (text: string): number => estimateTokens(`${text}\n\n`) + TURN_TOKENS;

export interface Lore {
  scan: LoreScan;
  worldInfo: PlacedLore;
}

/** Which entries of the persona's lorebook what was said triggers; undefined without one. `expand` fills in the macros of a creator's text. */
export function scanLore(draft: Draft, history: ToldHistory, expand: (text: string) => string): Lore | undefined {
  const { exchange, place, persona, authorNoteDepth } = draft;
  if (persona.lorebook === undefined) return undefined;
  const messages = history.turns.toReversed().map(({ id, content }) => ({ id, text: content }));
  if (place.answers !== null) messages.push({ id: exchange.messageId ?? '', text: place.answers });
  const scan = scanLorebook({
    ...{ lorebook: persona.lorebook, messages, budgetTokens: LORE_TOKENS_MAX, countTokens: loreTokens, expand },
    ...{ seed: `${exchange.conversationId}:${exchange.replyId}`, replyId: exchange.replyId },
    ...pathOf(history, place.answers !== null),
  });
  return { scan, worldInfo: placeEntries(scan.active, authorNoteDepth) };
}

/** A book that asks for nothing before the messages is told of nothing before them. */
function pathOf({ lore }: ToldHistory, isAnswer: boolean) {
  if (lore === undefined) return { state: { started: [] } };
  const ids = idsOf(lore);
  return { state: { started: lore.begun }, pathIds: isAnswer ? [...ids, ''] : ids };
}

/** Entries that begin to be sticky or to cool down with this reply. */
export const begunBy = ({ scan }: Lore, replyId: string): readonly string[] =>
  scan.nextState.started.find((start) => start.replyId === replyId)?.entryIds ?? [];
