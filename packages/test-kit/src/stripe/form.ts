import { invalid } from './refusal.ts';

/** A value of a form: text, or brackets with names or numbers in them. */
export type FormValue = string | { [name: string]: FormValue };
export type Form = Record<string, FormValue>;

const NAME = /^([^[\]]+)((?:\[[^[\]]*\])*)$/;

/** `a[b][0]=c` → `{a: {b: {0: 'c'}}}`, from a body or a query string. */
export function decodeForm(text: string): Form {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const match = NAME.exec(name);
    if (match === null) throw invalid(`Invalid parameter name: ${name}`, name);
    const path = [match[1] ?? '', ...[...(match[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1] ?? '')];
    const last = path.pop() ?? '';
    let place: Form = form;
    for (const step of path) {
      place[step] ??= {};
      const next = place[step];
      if (typeof next === 'string') throw invalid(`Invalid parameter: ${name}`, name);
      place = next;
    }
    place[last] = value;
  }
  return form;
}

/** The text at a path; undefined when nothing is there. */
export function textAt(form: Form, ...path: string[]): string | undefined {
  let value: FormValue | undefined = form;
  for (const step of path) value = typeof value === 'object' ? value[step] : undefined;
  return typeof value === 'string' ? value : undefined;
}

export function numberAt(form: Form, ...path: string[]): number | undefined {
  const text = textAt(form, ...path);
  return text === undefined ? undefined : Number(text);
}

/** A flat branch of texts, like `metadata`. */
export function textsAt(form: Form, ...path: string[]): Record<string, string> {
  let value: FormValue | undefined = form;
  for (const step of path) value = typeof value === 'object' ? value[step] : undefined;
  if (typeof value !== 'object') return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  );
}
