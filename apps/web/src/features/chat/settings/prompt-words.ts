import type { PromptInspection } from '@troupe/contracts/http/chat';

export type PromptPart = PromptInspection['sections'][number];
export type PromptTurn = PromptInspection['turns'][number];

/** What the server calls the parts, as creators do. One that this version doesn't know keeps the server's name. */
const PART_NAMES: Partial<Record<string, string>> = {
  rules: 'House rules',
  newest: 'Last message',
  personality: 'Personality',
  main: 'Main instruction',
  postHistory: 'Closing instruction',
  sliders: 'Sliders',
  fan: 'Who they talk to',
  scenario: 'Scenario',
  authorsNote: 'Note to the author',
  summary: 'Memory',
  worldInfo: 'World info',
  recentHistory: 'Messages just before',
  knowledge: 'Knowledge',
  examples: 'Example dialogue',
  olderHistory: 'Older messages',
};

const TURN_NAMES: Record<PromptTurn['role'], string> = {
  system: 'System',
  user: 'User',
  assistant: 'Assistant',
};

export function partName(name: string): string {
  return PART_NAMES[name] ?? name;
}

export function turnName(role: PromptTurn['role']): string {
  return TURN_NAMES[role];
}

/** What the budget left of a part; null when all of it went in. */
export function trimmed({ keptItems, droppedItems, isCut }: PromptPart): string | null {
  const cut = isCut ? 'cut short' : null;
  if (droppedItems === 0) return cut;
  const out = keptItems === 0 ? 'left out' : `${droppedItems} of ${keptItems + droppedItems} left out`;
  return cut === null ? out : `${out}, ${cut}`;
}

/** The whole prompt to paste elsewhere: every turn under its role, its text untouched. */
export function promptText(turns: readonly PromptTurn[]): string {
  return turns.map(({ role, content }) => `### ${turnName(role)}\n\n${content}`).join('\n\n');
}
