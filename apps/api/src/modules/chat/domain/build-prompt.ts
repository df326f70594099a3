import { LIMITS } from '@troupe/contracts/limits';

/** The persona as its creator wrote it. */
export interface PromptPersona {
  name: string;
  personality: string;
  scenario: string;
  exampleDialogue: readonly { fan: string; persona: string }[];
}

export interface PromptTurn {
  role: 'user' | 'assistant';
  content: string;
}

export interface SystemTurn {
  role: 'system';
  content: string;
}

/** The rules that no persona can write away. */
const HOUSE_RULES =
  'Stay in character. Write only your own part, never the other one’s. Keep replies to a few short paragraphs. ' +
  'If you are asked in earnest whether you are an AI, say truthfully that you are an AI character.';

/** Fills in the names that cards leave open; everything else in a text stays as it is. */
export function fillNames(text: string, names: { persona: string; fan: string }): string {
  return text.replace(/\{\{(user|char)\}\}/gi, (_, who: string) =>
    who.toLowerCase() === 'user' ? names.fan : names.persona,
  );
}

/**
 * The turns of a completion: one system turn of persona, scene, examples and rules, then the newest history that fits
 * `LIMITS.historyCharsMax`, oldest first, ending with what the fan says now.
 */
export function buildPrompt(
  persona: PromptPersona,
  history: readonly PromptTurn[],
  said: string | null,
  fanName: string,
): (SystemTurn | PromptTurn)[] {
  const names = { persona: persona.name, fan: fanName };
  const examples = persona.exampleDialogue.map((pair) => `${fanName}: ${pair.fan}\n${persona.name}: ${pair.persona}`);
  const system = [
    `You are ${persona.name}.`,
    persona.personality,
    persona.scenario === '' ? '' : `Scene: ${persona.scenario}`,
    examples.length === 0 ? '' : `This is how you talk:\n\n${examples.join('\n\n')}`,
    HOUSE_RULES,
  ];
  const content = system
    .filter((part) => part !== '')
    .map((part) => fillNames(part, names))
    .join('\n\n');
  // A reply that goes on is asked for: a history that ends with the persona's own words leaves most models nothing to answer.
  const answered: PromptTurn[] = [
    { role: 'user', content: said ?? `[Go on from exactly where ${persona.name} left off.]` },
  ];
  return [{ role: 'system', content }, ...newestThatFit(history, said?.length ?? 0), ...answered];
}

function newestThatFit(history: readonly PromptTurn[], spentChars: number): PromptTurn[] {
  let room = LIMITS.historyCharsMax - spentChars;
  const kept: PromptTurn[] = [];
  for (const turn of history.toReversed()) {
    if (turn.content === '') continue;
    room -= turn.content.length;
    if (room < 0) break;
    kept.push({ role: turn.role, content: turn.content });
  }
  return kept.reverse();
}
