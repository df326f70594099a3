import type { Notes } from './razorpay-entities.ts';

/** A request as it came: already parsed, nothing of it believed. */
export interface RazorpayRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Record<string, unknown>;
}

/** What Razorpay answers to what it doesn't take. https://razorpay.com/docs/errors */
export class RazorpayRefusal extends Error {
  override readonly name = 'RazorpayRefusal';
  readonly status: number;
  readonly body: object;

  constructor(
    status: number,
    description: string,
    { field, reason = 'input_validation_failed', code = 'BAD_REQUEST_ERROR' }: RefusalDetails = {},
  ) {
    super(description);
    this.status = status;
    this.body = {
      error: {
        code,
        description,
        source: 'business',
        step: 'payment_initiation',
        reason,
        metadata: {},
        ...(field === undefined ? {} : { field }),
      },
    };
  }
}
interface RefusalDetails {
  field?: string;
  reason?: string;
  code?: string;
}

/** Throws for a value that the field can't have. */
export type Rule = (value: unknown, field: string) => void;

const refuse = (description: string, field: string): never => {
  throw new RazorpayRefusal(400, description, { field });
};

export const text =
  (max: number, pattern?: RegExp): Rule =>
  (value, field) => {
    if (typeof value !== 'string') refuse(`The ${field} must be a string.`, field);
    else if (value.length > max) refuse(`The ${field} may not be greater than ${max} characters.`, field);
    else if (pattern !== undefined && !pattern.test(value)) refuse(`The ${field} format is invalid.`, field);
  };

/** https://razorpay.com/docs/api/orders/create and …/payouts/create: at least 100 paise, and no text that looks like a number. */
export const amount: Rule = (value, field) => {
  if (!Number.isSafeInteger(value)) refuse(`The ${field} must be an integer.`, field);
  if ((value as number) < 100) refuse('The amount must be at least INR 1.00', field);
};

export const wholeNumber =
  (min: number, max: number): Rule =>
  (value, field) => {
    if (!Number.isSafeInteger(value)) refuse(`The ${field} must be an integer.`, field);
    if ((value as number) < min || (value as number) > max) {
      refuse(`The ${field} must be between ${min} and ${max}.`, field);
    }
  };

export const flag: Rule = (value, field) => {
  if (typeof value !== 'boolean') refuse(`The ${field} field must be true or false.`, field);
};

export const oneOf =
  (...words: readonly string[]): Rule =>
  (value, field) => {
    if (typeof value !== 'string' || !words.includes(value)) refuse(`The selected ${field} is invalid.`, field);
  };

/** At most 15 pairs of at most 256 characters each. */
export const notes: Rule = (value, field) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse('Notes must be an object', field);
  const pairs = Object.entries(value as object);
  if (pairs.length > 15) refuse('Number of fields in notes should be less than or equal to 15', field);
  if (pairs.some(([key, note]) => typeof note !== 'string' || note.length > 256 || key.length > 256)) {
    refuse('Notes may have text of at most 256 characters', field);
  }
};

export const object =
  (required: Rules, optional: Rules = {}): Rule =>
  (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(`The ${field} is invalid.`, field);
    checkBody(value as Record<string, unknown>, required, optional);
  };

type Rules = Readonly<Record<string, Rule>>;

/** Required fields are there, and none that Razorpay doesn't know. */
export function checkBody(body: Record<string, unknown>, required: Rules, optional: Rules = {}): void {
  for (const field of Object.keys(required)) {
    if (body[field] === undefined) refuse(`The ${field} field is required.`, field);
  }
  for (const [field, value] of Object.entries(body)) {
    const rule = required[field] ?? optional[field];
    if (rule === undefined) {
      throw new RazorpayRefusal(400, `${field} is/are not required and should not be sent`, {
        reason: 'extra_field_sent',
      });
    }
    rule(value, field);
  }
}

export const notesOf = (body: Record<string, unknown>): Notes =>
  Object.keys((body['notes'] as object | undefined) ?? {}).length === 0 ? [] : (body['notes'] as Notes);

/** What was first answered to a key, and to which body. */
export class IdempotencyKeys<Entity> {
  readonly #firsts = new Map<string, { body: string; entity: Entity }>();

  /** Runs `make` once for a key. https://razorpay.com/docs/api/x/payout-idempotency and …/refunds/normal-refunds-idempotent */
  once(key: string, body: object, make: () => Entity): Entity {
    const said = JSON.stringify(body);
    const first = this.#firsts.get(key);
    if (first === undefined) {
      const entity = make();
      this.#firsts.set(key, { body: said, entity });
      return entity;
    }
    if (first.body === said) return first.entity;
    throw new RazorpayRefusal(400, 'Different request with the same idempotency key has already been processed.', {
      reason: 'NA',
    });
  }
}

export const listed = <Entity>(items: readonly Entity[], query: URLSearchParams): object => {
  const page = newestFirst(items)
    .slice(Number(query.get('skip') ?? 0))
    .slice(0, Number(query.get('count') ?? 10));
  return { entity: 'collection', count: page.length, items: page };
};

const newestFirst = <Entity>(items: readonly Entity[]): Entity[] => [...items].reverse();

export function found<Entity>(entities: ReadonlyMap<string, Entity>, id: string): Entity {
  const entity = entities.get(id);
  if (entity === undefined) throw new RazorpayRefusal(400, 'The id provided does not exist');
  return entity;
}
