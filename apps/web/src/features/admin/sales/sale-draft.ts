import { formatCoins } from '../../../lib/format';
import { parseCoins } from '../../../lib/parse-coins';

/** How a value is typed: `money` in major units and kept in minor ones, `moment` as the clock of whoever types says it. */
export type FieldKind = 'text' | 'coins' | 'money' | 'count' | 'flag' | 'moment';

export interface SaleField<Request> {
  name: Extract<keyof Request, string>;
  label: string;
  kind: FieldKind;
  /** May stay empty, which is null. */
  optional?: boolean;
  hint?: string;
  /** Said when the value is none. */
  problem: string;
}

export type SaleDraft = Record<string, string | boolean>;
export type SaleProblems = Record<string, string>;

interface Schema<Request> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: Request }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[] }[] } };
}

/** What a draft means as a request, or what is wrong with it, field by field. */
export function readDraft<Request>(
  fields: readonly SaleField<Request>[],
  schema: Schema<Request>,
  draft: SaleDraft,
): { request: Request } | { problems: SaleProblems } {
  const read = schema.safeParse(
    Object.fromEntries(fields.map((field) => [field.name, readValue(field, draft[field.name])])),
  );
  if (read.success) return { request: read.data };
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
  return {
    problems: Object.fromEntries(
      fields.filter(({ name }) => wrong.has(name)).map(({ name, problem }) => [name, problem]),
    ),
  };
}

/** A draft that says what is kept. */
export function draftOf<Request>(fields: readonly SaleField<Request>[], kept: Request): SaleDraft {
  return Object.fromEntries(fields.map(({ name, kind }) => [name, typedOf(kind, kept[name])]));
}

/** NaN for what is no value of its kind: no schema takes it. */
function readValue({ kind, optional = false }: SaleField<never>, typed: string | boolean | undefined): unknown {
  if (kind === 'flag') return typed === true;
  const text = String(typed ?? '').trim();
  if (text === '' && optional) return null;
  switch (kind) {
    case 'text':
      return text;
    case 'coins':
      return parseCoins(text) ?? Number.NaN;
    case 'money':
      return /^\d{1,9}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : Number.NaN;
    case 'count':
      return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    case 'moment': {
      const moment = new Date(text);
      return Number.isNaN(moment.getTime()) ? text : moment.toISOString();
    }
  }
}

function typedOf(kind: FieldKind, value: unknown): string | boolean {
  if (kind === 'flag') return value === true;
  if (value === null || value === undefined) return '';
  if (kind === 'coins') return formatCoins(Number(value));
  if (kind === 'money') return (Number(value) / 100).toFixed(2);
  return kind === 'moment' ? localMoment(new Date(String(value))) : String(value);
}

/** As a field for date and time wants it: the reader's own clock, to the minute. */
function localMoment(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
