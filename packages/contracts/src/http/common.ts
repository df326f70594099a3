import { LIMITS } from '../limits.ts';
import * as z from '../zod.ts';

export const id = z.uuid();

/** An instant as ISO 8601 with a zone. */
export const instant = z.iso.datetime({ offset: true });

export const cursor = z.string().check(z.minLength(1), z.maxLength(LIMITS.cursorCharsMax));

/** Query of a cursor-paged list. Numbers arrive as text in a query string, so they are coerced here. */
export const pageQuery = z.strictObject({
  cursor: z.optional(cursor),
  limit: z._default(
    z.coerce.number().check(z.int(), z.minimum(1), z.maximum(LIMITS.pageItemsMax)),
    LIMITS.pageItemsDefault,
  ),
});

/** A page of `item`; `nextCursor` is null on the last one. */
export function page<Item extends z.ZodMiniType>(item: Item) {
  return z.strictObject({ items: z.array(item), nextCursor: z.nullable(cursor) });
}

export const idParam = z.strictObject({ id });
export const userIdParam = z.strictObject({ userId: id });

/** Requests that must happen once name themselves with this header: the same key with the same body is done once and answered the same. */
export const IDEMPOTENCY_KEY_HEADER = 'idempotency-key';
/** Printable ASCII. */
export const idempotencyKey = z
  .string()
  .check(z.maxLength(LIMITS.idempotencyKeyCharsMax), z.regex(/^[\x20-\x7e]+$/, 'must be printable ASCII'));
