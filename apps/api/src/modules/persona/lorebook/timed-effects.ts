import { LORE_LIMITS } from './lore-limits.ts';
import type { LoreEntry, LoreState } from './types.ts';

export type TimedEffect = { kind: 'none' } | { kind: 'cooldown' } | { kind: 'sticky'; replyId: string };

/**
 * Sticky times and cooldowns on a path. Nothing is counted down: an effect began with a reply, and how long ago that was is how many messages
 * the path has from that reply on. Without the reply on the path it never was.
 */
export class TimedEffects {
  private readonly begun = new Map<string, { replyId: string; place: number }>();
  private readonly state: LoreState;
  private readonly pathMessages: number;

  constructor(state: LoreState, pathIds: readonly string[]) {
    this.state = state;
    this.pathMessages = pathIds.length;
    const placeOf = new Map(pathIds.map((id, place) => [id, place]));
    for (const { replyId, entryIds } of state.started) {
      const place = placeOf.get(replyId);
      if (place === undefined) continue;
      for (const id of entryIds) {
        if (place >= (this.begun.get(id)?.place ?? 0)) this.begun.set(id, { replyId, place });
      }
    }
  }

  of(entry: LoreEntry): TimedEffect {
    if (entry.stickyMessages === 0 && entry.cooldownMessages === 0) return { kind: 'none' };
    const begun = this.begun.get(entry.id);
    if (begun === undefined) return { kind: 'none' };
    const messagesSince = this.pathMessages - begun.place;
    if (messagesSince < entry.stickyMessages) return { kind: 'sticky', replyId: begun.replyId };
    return { kind: messagesSince < entry.stickyMessages + entry.cooldownMessages ? 'cooldown' : 'none' };
  }

  /** With what begins now. What began on other branches is kept, as long as there is room, because a fan may go back there. */
  next(replyId: string, active: readonly LoreEntry[]): LoreState {
    const entryIds = active
      .filter((entry) => entry.stickyMessages + entry.cooldownMessages > 0 && this.of(entry).kind === 'none')
      .map((entry) => entry.id)
      .sort();
    const others = this.state.started.filter((start) => start.replyId !== replyId);
    const started = entryIds.length === 0 ? others : [...others, { replyId, entryIds }];
    return { started: started.slice(-LORE_LIMITS.startedRepliesMax) };
  }
}
