import type { PersonaContent } from './http/creator-persona.ts';

/** One difference: a field, or a part of one, as `sliders.warmth`; what is not there is null. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** Fields whose parts people change one by one. */
const IN_PARTS: readonly (keyof PersonaContent)[] = [
  'sliders',
  'voice',
  'price',
  'alternativeGreetings',
  'exampleDialogue',
];

/** What is different in `after`, in the order of its fields. Nothing for the same content, whatever order its keys are in. */
export function diffPersonas(before: PersonaContent, after: PersonaContent): FieldChange[] {
  return (Object.keys(after) as (keyof PersonaContent)[]).flatMap((field) =>
    IN_PARTS.includes(field)
      ? partsOf(field, before[field], after[field])
      : changeOf(field, before[field], after[field]),
  );
}

function partsOf(field: string, before: unknown, after: unknown): FieldChange[] {
  const [olds, news] = [Object.entries(before ?? {}), Object.entries(after ?? {})].map((parts) => new Map(parts));
  const keys = new Set([...(olds?.keys() ?? []), ...(news?.keys() ?? [])]);
  return [...keys].flatMap((key) => changeOf(`${field}.${key}`, olds?.get(key), news?.get(key)));
}

function changeOf(field: string, before: unknown, after: unknown): FieldChange[] {
  return canonical(before) === canonical(after) ? [] : [{ field, before: before ?? null, after: after ?? null }];
}

/** JSON with its keys in order: Postgres keeps objects, not the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
