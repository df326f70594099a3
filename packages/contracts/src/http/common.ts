import { z } from 'zod';
import { LIMITS } from '../limits.ts';

export const id = z.uuid();

/** An instant as ISO 8601 with a zone. */
export const instant = z.iso.datetime({ offset: true });

export const cursor = z.string().min(1).max(LIMITS.cursorCharsMax);

/** Query of a cursor-paged list. Numbers arrive as text in a query string, so they are coerced here. */
export const pageQuery = z.strictObject({
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageItemsMax).default(LIMITS.pageItemsDefault),
});

/** A page of `item`; `nextCursor` is null on the last one. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), nextCursor: cursor.nullable() });
}

export const idParam = z.strictObject({ id });
export const userIdParam = z.strictObject({ userId: id });
