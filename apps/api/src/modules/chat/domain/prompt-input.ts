import type { Sliders } from '@troupe/contracts/sliders';
import type { MacroContext } from './macros.ts';

/** The persona as its creator wrote it; macros in it are expanded. */
export interface PromptPersona {
  name: string;
  personality: string;
  scenario: string;
  exampleDialogue: readonly { fan: string; persona: string }[];
  sliders?: Sliders;
  /** Stands in for the usual main instruction, which is `{{original}}` in it. */
  systemPrompt?: string;
  /** Comes after the last turn. */
  postHistory?: string;
}

export interface PromptTurn {
  role: 'user' | 'assistant';
  content: string;
}

export interface SystemTurn {
  role: 'system';
  content: string;
}

/** A text that stands `depth` turns above the end of the conversation; 0 is after its last turn. */
export interface DepthNote {
  text: string;
  depth: number;
}

/** A lorebook entry's text. */
export interface LoreText {
  text: string;
  /** Lower claims the budget earlier, wherever it stands. */
  rank: number;
}

/** Each list in the order in which it stands in the prompt. */
export interface WorldInfo {
  before: readonly LoreText[];
  after: readonly LoreText[];
  atDepth: readonly (DepthNote & LoreText)[];
}

export interface PromptBudget {
  /** The model's context less what the reply may take. */
  promptTokensMax: number;
  /** Of a text in the model's tokens. A text must never count more than its pieces together. */
  countTokens: (text: string) => number;
}

export interface PromptInput {
  persona: PromptPersona;
  /** Written by the fan: neither the name nor the description is read for macros. */
  fan: { name: string; description?: string };
  /** The active path as it was said, oldest first; the last one is what is answered, or continued. Never read for macros. */
  turns: readonly [...PromptTurn[], PromptTurn];
  /**
   * The last turn is a reply that goes on. With `prefill` it stays the last turn, for servers that write on from there; with `instruction`
   * it is followed by a request to.
   */
  continues?: 'instruction' | 'prefill';
  /** The creator's lorebook entries that apply; macros in them are expanded, so they must come as they were written. */
  worldInfo?: WorldInfo;
  /** Passages of the creator's training data, best first; as they are. */
  knowledge?: readonly string[];
  /** The rolling summary of what is no longer in `turns`; as it is. */
  summary?: string;
  /** The conversation's note; as it is, because fans write it. */
  authorsNote?: DepthNote;
  macros: Pick<MacroContext, 'now' | 'timeZone' | 'pickSeed' | 'randomSeed'>;
  budget: PromptBudget;
}

/** In the order in which they claim the budget: what stands last here is dropped first. */
export const PROMPT_SECTIONS = [
  'rules',
  'newest',
  'personality',
  'main',
  'postHistory',
  'sliders',
  'fan',
  'scenario',
  'authorsNote',
  'summary',
  'worldInfo',
  'recentHistory',
  'knowledge',
  'examples',
  'olderHistory',
] as const;
export type PromptSectionName = (typeof PROMPT_SECTIONS)[number];

/** What became of one part of the prompt: for the creator's preview. An item is a turn, an entry, a passage or an example. */
export interface PromptSection {
  name: PromptSectionName;
  tokens: number;
  keptItems: number;
  droppedItems: number;
  /** The text was too long and ends early, after a whole sentence. */
  isCut: boolean;
}

export interface PromptInspection {
  budgetTokens: number;
  usedTokens: number;
  /** The parts that can't be left out are more than the budget on their own. */
  isOverBudget: boolean;
  /** Only what is there, in the order of `PROMPT_SECTIONS`. */
  sections: PromptSection[];
  /** Macros in the creator's texts that nothing here knows. */
  unknownMacros: string[];
}

export interface Prompt {
  turns: (SystemTurn | PromptTurn)[];
  inspection: PromptInspection;
}
