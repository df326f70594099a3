import type { PersonaChanges, PersonaContent } from '@troupe/contracts/http/creator-persona';
import { personaChanges } from '@troupe/contracts/http/creator-persona';
import { diffPersonas } from '@troupe/contracts/persona-diff';

/** What a form may change: a lorebook and a card have pages and requests of their own. */
export type PersonaField = Exclude<keyof PersonaContent, 'lorebookKey' | 'cardKey'>;
/** What a form changes at once. */
export type FieldChanges = { [Field in PersonaField]?: PersonaContent[Field] };

/** A list's rows that nobody has written anything into yet: they are there for the eye only. */
const isBlank = (text: string) => text.trim() === '';

/** What the API would keep of what stands in the form: texts without their margins, lists without their blank rows. */
export function toWire(content: PersonaContent): PersonaContent {
  const trimmed = Object.fromEntries(
    Object.entries(content).map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
  ) as unknown as PersonaContent;
  return {
    ...trimmed,
    alternativeGreetings: kept(content.alternativeGreetings),
    starters: kept(content.starters),
    exampleDialogue: content.exampleDialogue
      .filter(({ fan, persona }) => !isBlank(fan) || !isBlank(persona))
      .map(({ fan, persona }) => ({ fan: fan.trim(), persona: persona.trim() })),
  };
}

function kept(texts: readonly string[]): string[] {
  return texts.filter((text) => !isBlank(text)).map((text) => text.trim());
}

/** The fields in which `after` differs. */
export function changedFields(before: PersonaContent, after: PersonaContent): PersonaField[] {
  const fields = diffPersonas(before, after).map(({ field }) => field.split('.')[0] as PersonaField);
  return [...new Set(fields)];
}

/** These fields of a content, as a request names them. */
export function pick(content: PersonaContent, fields: readonly PersonaField[]): Partial<PersonaChanges> {
  return Object.fromEntries(fields.map((field) => [field, content[field]]));
}

/** What is wrong with the form's fields by the contract: where, as `exampleDialogue.3.fan`, and a sentence. */
export function contractProblems(content: PersonaContent, fields: readonly PersonaField[]): Map<string, string> {
  const problems = new Map<string, string>();
  for (const field of fields) {
    const found = personaChanges.shape[field].safeParse(content[field]);
    if (found.success) continue;
    for (const issue of found.error.issues) problems.set([field, ...issue.path].join('.'), words(issue));
  }
  return problems;
}

interface Issue {
  code: string | undefined;
  message: string;
  origin?: unknown;
  maximum?: unknown;
}

/** The contract's own sentences are for developers. */
function words(issue: Issue): string {
  if (issue.code === 'too_big' && issue.origin === 'string') return `At most ${issue.maximum} characters.`;
  if (issue.code === 'too_big' && issue.origin === 'array') return `At most ${issue.maximum} of them.`;
  if (issue.code === 'too_small') return 'There has to be something here.';
  return issue.message.startsWith('must ') ? `It ${issue.message}.` : 'This can’t be taken as it is.';
}

/** Where a row of a list stands among those that are kept; null for a blank one, which is nowhere. */
export function keptIndex(rows: readonly (string | { fan: string; persona: string })[], index: number): number | null {
  const filled = rows.map((row) =>
    typeof row === 'string' ? !isBlank(row) : !isBlank(row.fan) || !isBlank(row.persona),
  );
  return filled[index] === true ? filled.slice(0, index).filter(Boolean).length : null;
}

/** What the contract has against a value of a field, in a sentence; null when it takes it. */
export function contractProblem(field: PersonaField, value: unknown): string | null {
  const found = personaChanges.shape[field].safeParse(value);
  return found.success ? null : words(found.error.issues[0] ?? { code: undefined, message: '' });
}
