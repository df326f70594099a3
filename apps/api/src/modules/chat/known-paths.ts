import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import type { PathTurn, PromptHistory } from './domain/exchange.ts';

/** About a hundred bytes each beside their text, and text that neighbouring paths share. */
const PATHS_MAX = 20_000;
const CHARS_MAX = 60_000_000;

interface Known {
  memoryRevision: number;
  history: PromptHistory;
  chars: number;
}

/**
 * Histories that this process has read or seen grow. What leads to a message that has ended never changes: messages are not rewritten, edited ones
 * are siblings, and to delete one is to delete all below it. So a path is known by its last message, whoever asks; only the memory beside it has a revision.
 */
@Injectable()
export class KnownPaths {
  /** The one that was used longest ago first. */
  private readonly byEnd = new Map<string, Known>();
  private chars = 0;

  /** What leads to message `endId`, if it is known with this revision of the conversation's memory. */
  find(endId: string, memoryRevision: number): PromptHistory | undefined {
    const known = this.byEnd.get(endId);
    if (known?.memoryRevision !== memoryRevision) return undefined;
    this.byEnd.delete(endId);
    this.byEnd.set(endId, known);
    return known.history;
  }

  remember(endId: string, memoryRevision: number, history: PromptHistory): void {
    this.forget(endId);
    const chars = history.turns.reduce((total, turn) => total + turn.content.length, 0);
    this.byEnd.set(endId, { memoryRevision, history, chars });
    this.chars += chars;
    for (const oldest of this.byEnd.keys()) {
      if (this.byEnd.size <= PATHS_MAX && this.chars <= CHARS_MAX) break;
      this.forget(oldest);
    }
  }

  /** An exchange has ended below a path that was known: `added` are its turns, newest first. */
  extend(memoryRevision: number, history: PromptHistory, added: readonly PathTurn[]): void {
    const [end] = added;
    if (end === undefined) return;
    const turns = [...added, ...history.turns].slice(0, LIMITS.historyMessagesMax);
    const { memory, isFinal } = history;
    this.remember(end.id, memoryRevision, { turns, memory, isFinal });
  }

  private forget(endId: string): void {
    this.chars -= this.byEnd.get(endId)?.chars ?? 0;
    this.byEnd.delete(endId);
  }
}
