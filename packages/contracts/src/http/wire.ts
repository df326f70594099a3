import { LIMITS } from '../limits.ts';
import * as z from '../zod.ts';

/* What nearly every answer is made of. By itself, because browsers load it: what only requests need stays in `common.ts`. */

/** Ids are the same in any letters and are kept in small ones, so that what is compared or hashed as text agrees. */
export const id = z.uuid().check(z.toLowerCase());

/** An instant as ISO 8601 with a zone. */
export const instant = z.iso.datetime({ offset: true });

/** Checks that Postgres can store a text and UTF-8 can carry it: no NUL, no half of a surrogate pair. */
export const storable = () =>
  z.refine<string>((text) => !text.includes('\0') && text.isWellFormed(), 'must be well-formed text without NUL');

export const cursor = z.string().check(z.minLength(1), z.maxLength(LIMITS.cursorCharsMax));

/** A page of `item`; `nextCursor` is null on the last one. */
export function page<Item extends z.ZodMiniType>(item: Item) {
  return z.strictObject({ items: z.array(item), nextCursor: z.nullable(cursor) });
}

/** Requests that must happen once name themselves with this header: the same key with the same body is done once and answered the same. */
export const IDEMPOTENCY_KEY_HEADER = 'idempotency-key';
