import { readFileSync } from 'node:fs';
import type { Form, FormValue } from './form.ts';
import type { ParamShape } from './read-params.ts';
import { invalid } from './refusal.ts';

const table = JSON.parse(readFileSync(new URL('../fixtures/stripe-params.json', import.meta.url), 'utf8')) as {
  apiVersion: string;
  operations: Record<string, ParamShape>;
};

/** The version that the table was made from. */
export const STRIPE_API_VERSION = table.apiVersion;

/** Refuses what Stripe's documents don't list for an operation, what has another type, and what is missing. */
export function checkParams(operation: string, form: Form): void {
  const shape = table.operations[operation];
  if (shape === undefined) throw new Error(`No parameters are known for ${operation}`);
  check(shape, form, '');
}

function check(shape: ParamShape, value: FormValue, path: string): void {
  switch (shape.kind) {
    case 'any':
      return;
    case 'object':
      checkObject(shape, branch(value, path), path);
      return;
    case 'array': {
      const items = Object.entries(branch(value, path));
      items.forEach(([index, item], at) => {
        if (index !== String(at)) throw invalid(`Invalid array at ${path}`, path);
        check(shape.item, item, `${path}[${index}]`);
      });
      return;
    }
    case 'map':
      for (const [name, text] of Object.entries(branch(value, path))) {
        if (typeof text !== 'string' || text.length > 500 || name.length > 40) throw invalid(`Invalid ${path}`, path);
      }
      return;
    default:
      checkText(shape, value, path);
  }
}

function checkObject(shape: Extract<ParamShape, { kind: 'object' }>, value: Form, path: string): void {
  const nameOf = (field: string): string => (path === '' ? field : `${path}[${field}]`);
  for (const [field, inner] of Object.entries(value)) {
    const known = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
    if (known === undefined) {
      throw invalid(`Received unknown parameter: ${nameOf(field)}`, nameOf(field), 'parameter_unknown');
    }
    check(known, inner, nameOf(field));
  }
  const absent = shape.required.find((field) => !(field in value));
  if (absent !== undefined) {
    throw invalid(`Missing required param: ${nameOf(absent)}.`, nameOf(absent), 'parameter_missing');
  }
}

function checkText(shape: ParamShape, value: FormValue, path: string): void {
  if (typeof value !== 'string') throw invalid(`Invalid string: ${path}`, path);
  if (shape.kind === 'integer' && !/^-?\d+$/.test(value)) {
    throw invalid(`Invalid integer: ${value}`, path, 'parameter_invalid_integer');
  }
  if (shape.kind === 'boolean' && value !== 'true' && value !== 'false')
    throw invalid(`Invalid boolean: ${value}`, path);
  if (shape.kind === 'enum' && !shape.values.includes(value)) {
    throw invalid(`Invalid ${path}: must be one of ${shape.values.join(', ')}`, path);
  }
  if (/(^|\[)currency\]?$/.test(path) && !/^[a-z]{3}$/.test(value)) {
    throw invalid(`Invalid currency: ${value}`, path, 'parameter_invalid_string');
  }
}

function branch(value: FormValue, path: string): Form {
  if (typeof value === 'string') throw invalid(`Invalid object: ${path}`, path);
  return value;
}
