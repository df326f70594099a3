import type { CompiledEntry, CompiledLorebook } from './compile-lorebook.ts';
import { draw } from './draw.ts';
import { FoundTerms } from './found-terms.ts';
import { losersOfGroups } from './inclusion-groups.ts';
import { conditionsHold, keyScore } from './key-conditions.ts';
import { LORE_LIMITS } from './lore-limits.ts';
import { TimedEffects } from './timed-effects.ts';
import type { ActiveEntry, LoreMessage, LoreRefusal, LoreScan, LoreState, LoreWhy, RefusedEntry } from './types.ts';

export interface LoreScanInput {
  lorebook: CompiledLorebook;
  /** The end of the active path, oldest first; the last one is what is answered. */
  messages: readonly LoreMessage[];
  /** Ids of the whole active path, oldest first, where `messages` are only its end; timed effects are counted in it. */
  pathIds?: readonly string[];
  state: LoreState;
  /** What the prompt has room for. */
  budgetTokens: number;
  /** Conversation and reply: the same seed draws the same. */
  seed: string;
  /** The reply that is being written; timed effects that begin are kept with it. */
  replyId: string;
  /** Of an entry's text with all that the prompt puts around it. */
  countTokens: (text: string) => number;
  /** Macros of a creator's text; it must answer the same for the same text. */
  expand?: (text: string) => string;
  /** Says where patterns matched, which takes time; for the editor's test box. */
  locatesPatterns?: boolean;
}

/**
 * Which entries a conversation triggers, and why. Pure: the same input gives the same answer, and it takes time in proportion to the texts and to
 * what is found in them, not to the size of the book.
 */
export function scanLorebook(input: LoreScanInput): LoreScan {
  return new Scan(input).run();
}

class Scan {
  private readonly found: FoundTerms;
  private readonly timed: TimedEffects;
  private readonly pathMessages: number;
  private readonly budgetTokens: number;
  private readonly active = new Map<CompiledEntry, ActiveEntry>();
  /** By the entry's index. */
  private readonly refused: (LoreRefusal | undefined)[];
  /** Is active, lost a draw or found no room: not asked again. */
  private readonly isDecided: Uint8Array;
  private readonly taken = new Set<string>();
  private readonly hasTimed: boolean;
  private usedTokens = 0;
  private isFull = false;
  private readonly input: LoreScanInput;

  constructor(input: LoreScanInput) {
    this.input = input;
    const { lorebook, messages } = input;
    const pathIds = input.pathIds ?? messages.map(({ id }) => id);
    this.pathMessages = pathIds.length;
    this.found = new FoundTerms(lorebook, messages, input.locatesPatterns ?? false);
    this.timed = new TimedEffects(input.state, pathIds);
    this.refused = new Array<LoreRefusal | undefined>(lorebook.entries.length);
    this.isDecided = new Uint8Array(lorebook.entries.length);
    const begun = new Set(input.state.started.flatMap(({ entryIds }) => entryIds));
    this.hasTimed = begun.size > 0;
    for (const { entry, index } of this.hasTimed ? lorebook.entries : lorebook.constants) {
      if (entry.isConstant || (begun.has(entry.id) && this.isSticky(entry))) this.found.touch(index);
    }
    this.budgetTokens = Math.min(input.budgetTokens, lorebook.settings.budgetTokens ?? input.budgetTokens);
  }

  run(): LoreScan {
    const { lorebook } = this.input;
    let said = this.pass(0, 0);
    if (lorebook.settings.isRecursive) {
      const levels = [...lorebook.delayLevels];
      const steps = Math.min(lorebook.settings.recursionStepsMax, LORE_LIMITS.recursionStepsMax);
      let level = levels.shift() ?? 0;
      // Without anything that was said there is no recursion to wait for.
      const isAny = said.length > 0;
      for (let pass = 1; isAny && pass <= steps && !this.isFull; pass += 1) {
        if (said.length === 0) {
          const next = levels.shift();
          if (next === undefined) break;
          level = next;
        }
        said = this.pass(pass, level);
      }
    }
    const active = [...this.active.entries()].sort(([a], [b]) => a.entry.order - b.entry.order || a.index - b.index);
    return {
      active: active.map(([, entry]) => entry),
      refused: this.refusals(),
      usedTokens: this.usedTokens,
      nextState: this.timed.next(
        this.input.replyId,
        active.map(([{ entry }]) => entry),
      ),
    };
  }

  /** One look at the texts as they are now; what becomes active adds its text for the next one. Answers with what did so. */
  private pass(pass: number, level: number): ActiveEntry[] {
    const candidates = this.considered(pass, level);
    const isSticky = ({ entry }: CompiledEntry): boolean => this.isSticky(entry);
    const losers = losersOfGroups({
      candidates: this.input.lorebook.hasGroups ? candidates : [],
      taken: this.taken,
      isSticky,
      scoreOf: (candidate) => keyScore(candidate, this.found),
      usesScoring: ({ entry }) => entry.usesGroupScoring ?? this.input.lorebook.settings.usesGroupScoring,
      seed: this.input.seed,
    });
    for (const { index } of losers) this.refused[index] = 'group';
    const entered = candidates.filter((candidate) => !losers.has(candidate) && this.enter(candidate, pass));
    const speaking = entered.filter(({ entry }) => !entry.preventsRecursion);
    return speaking.flatMap((candidate) => {
      const active = this.active.get(candidate);
      if (active !== undefined) this.found.addEntry(candidate, this.expand(active.text));
      return active ?? [];
    });
  }

  /** Whom nothing but a group, luck or the budget keeps out now, in the order in which they claim it: sticky ones first. */
  private considered(pass: number, level: number): CompiledEntry[] {
    const candidates: number[] = [];
    for (const index of this.found.touched) {
      const candidate = this.input.lorebook.entries[index];
      if (candidate === undefined || this.isDecided[index] === 1) continue;
      const because = this.refusalOf(candidate, pass, level);
      this.refused[index] = because;
      if (because === undefined) candidates.push(candidate.rank);
    }
    // By numbers: in a book of which nearly all is said, comparing entries would take most of the time.
    const { byRank } = this.input.lorebook;
    const ordered = [...Int32Array.from(candidates).sort()].flatMap((rank) => byRank[rank] ?? []);
    if (!this.hasTimed) return ordered;
    return ordered.sort((a, b) => Number(this.isSticky(b.entry)) - Number(this.isSticky(a.entry)));
  }

  private refusalOf(candidate: CompiledEntry, pass: number, level: number): LoreRefusal | undefined {
    if (candidate.refusal !== undefined) return candidate.refusal;
    return candidate.isPlain ? this.byKeys(candidate) : this.byRules(candidate, pass, level);
  }

  private byRules(candidate: CompiledEntry, pass: number, level: number): LoreRefusal | undefined {
    const { entry } = candidate;
    if (this.pathMessages < entry.delayMessages) return 'delay';
    const effect = this.timed.of(entry);
    if (effect.kind === 'sticky') return undefined;
    if (effect.kind === 'cooldown') return 'cooldown';
    // The first look is level 0.
    if (entry.recursionDelayLevel > level) return 'waits-for-recursion';
    if (pass > 0 && entry.isExcludedFromRecursion) return this.refused[candidate.index] ?? 'excluded-from-recursion';
    return entry.isConstant ? undefined : this.byKeys(candidate);
  }

  private byKeys(candidate: CompiledEntry): LoreRefusal | undefined {
    if (!candidate.primary.some((term) => this.found.has(term, candidate))) return 'out-of-scan-depth';
    return conditionsHold(candidate, this.found) ? undefined : 'secondary-keys';
  }

  private enter(candidate: CompiledEntry, pass: number): boolean {
    const { entry } = candidate;
    this.isDecided[candidate.index] = 1;
    const refuse = (because: LoreRefusal): boolean => {
      this.refused[candidate.index] = because;
      return false;
    };
    if (this.isFull) return refuse('budget');
    const isLucky = draw(this.input.seed, `entry:${entry.id}`) * 100 < entry.probabilityPercent;
    if (!isLucky && !this.isSticky(entry)) return refuse('probability');
    const expanded = this.expand(candidate.text);
    if (expanded === '') return refuse('empty');
    const tokens = this.input.countTokens(expanded);
    if (this.usedTokens + tokens > this.budgetTokens || this.active.size >= LORE_LIMITS.activeEntriesMax) {
      // Nothing that is less important takes the place: with a larger budget the same entries are active, and more.
      this.isFull = true;
      return refuse('budget');
    }
    this.usedTokens += tokens;
    for (const group of entry.groups) this.taken.add(group);
    const position = { place: entry.position, depth: entry.depth, role: entry.role };
    const why = this.whyOf(candidate);
    this.active.set(candidate, { entry, text: candidate.text, position, tokens, rank: candidate.rank, pass, why });
    return true;
  }

  private expand(text: string): string {
    return (this.input.expand?.(text) ?? text).trim();
  }

  private whyOf(candidate: CompiledEntry): LoreWhy[] {
    const effect = this.timed.of(candidate.entry);
    if (effect.kind === 'sticky') return [{ kind: 'sticky', replyId: effect.replyId }];
    if (candidate.entry.isConstant) return [{ kind: 'constant' }];
    const wanted = candidate.entry.secondaryLogic === 'and-any' || candidate.entry.secondaryLogic === 'and-all';
    return [...candidate.primary, ...(wanted ? candidate.secondary : [])]
      .filter((term) => this.found.has(term, candidate))
      .slice(0, LORE_LIMITS.whyMax)
      .map((term) => this.found.why(term, candidate));
  }

  private isSticky(entry: CompiledEntry['entry']): boolean {
    return this.hasTimed && this.timed.of(entry).kind === 'sticky';
  }

  private refusals(): RefusedEntry[] {
    const { entries, entriesOfTerm } = this.input.lorebook;
    for (const term of this.found.untried) {
      for (const index of entriesOfTerm[term] ?? []) {
        if (this.isDecided[index] === 1 || this.refused[index] !== undefined) continue;
        this.refused[index] = 'regex-budget';
        this.found.touch(index);
      }
    }
    return this.found.touched
      .sort((a, b) => a - b)
      .flatMap((index) => {
        const because = this.refused[index];
        const entry = entries[index]?.entry;
        return because === undefined || entry === undefined ? [] : { entry, because };
      });
  }
}
