import type { PromptBudget, PromptSection, PromptSectionName } from './prompt-input.ts';

/** What a chat template adds around a turn. */
export const TURN_TOKENS = 4;

export interface Claim<Item> {
  name: PromptSectionName;
  items: readonly Item[];
  textOf: (item: Item) => string;
  /** Tokens that each item costs beside its text. */
  itemTokens?: number;
  /** Written once, before the first item. */
  heading?: string;
  /** At most this many tokens of the section, whatever is left. */
  tokensMax?: number;
}

/** Hands a prompt's budget out, in the order of asking, and keeps the account. */
export class BudgetAccount {
  readonly sections: PromptSection[] = [];
  private usedTokens = 0;

  constructor(private readonly budget: PromptBudget) {}

  get used(): number {
    return this.usedTokens;
  }

  get isOver(): boolean {
    return this.usedTokens > this.budget.promptTokensMax;
  }

  count(text: string): number {
    return this.budget.countTokens(text);
  }

  private get room(): number {
    return Math.max(0, this.budget.promptTokensMax - this.usedTokens);
  }

  /** For what can't be left out. */
  spend(name: PromptSectionName, tokens: number): void {
    this.usedTokens += tokens;
    this.note({ name, tokens, keptItems: 1, droppedItems: 0, isCut: false });
  }

  /** The items from the front that fit, up to the first one that doesn't. */
  take<Item>(claim: Claim<Item>): Item[] {
    const kept: Item[] = [];
    const limit = Math.min(this.room, claim.tokensMax ?? this.room);
    let tokens = claim.heading === undefined ? 0 : this.count(`${claim.heading}\n\n`);
    for (const item of claim.items) {
      const cost = this.count(`${claim.textOf(item)}\n\n`) + (claim.itemTokens ?? 0);
      if (tokens + cost > limit) break;
      tokens += cost;
      kept.push(item);
    }
    if (kept.length === 0) tokens = 0;
    this.usedTokens += tokens;
    const droppedItems = claim.items.length - kept.length;
    if (claim.items.length > 0) {
      this.note({ name: claim.name, tokens, keptItems: kept.length, droppedItems, isCut: false });
    }
    return kept;
  }

  /** As much of a text as fits, in whole sentences; an empty text if not even the first one does. */
  takeText(name: PromptSectionName, text: string): string {
    if (text === '') return '';
    const fits = (part: string): boolean => this.count(`${part}\n\n`) <= this.room;
    const kept = fits(text) ? text : longestThatFits(text, fits);
    const tokens = kept === '' ? 0 : this.count(`${kept}\n\n`);
    this.usedTokens += tokens;
    const keptItems = kept === '' ? 0 : 1;
    this.note({ name, tokens, keptItems, droppedItems: 1 - keptItems, isCut: kept !== '' && kept !== text });
    return kept;
  }

  private note(section: PromptSection): void {
    const before = this.sections.find((other) => other.name === section.name);
    if (before === undefined) {
      this.sections.push(section);
      return;
    }
    before.tokens += section.tokens;
    before.keptItems += section.keptItems;
    before.droppedItems += section.droppedItems;
    before.isCut ||= section.isCut;
  }
}

/** The longest beginning of whole sentences or lines that fits, by halving: counting may be dear. */
function longestThatFits(text: string, fits: (part: string) => boolean): string {
  const ends = [...text.matchAll(/[.!?…]["”’)*]*(?=\s)|(?=\n)/gu)].map((match) => match.index + match[0].length);
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(text.slice(0, ends[middle - 1]).trimEnd())) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : text.slice(0, ends[low - 1]).trimEnd();
}
