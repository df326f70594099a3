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
