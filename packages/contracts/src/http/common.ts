import { LIMITS } from '../limits.ts';
import * as z from '../zod.ts';
import { cursor, id, storable } from './wire.ts';

export { cursor, IDEMPOTENCY_KEY_HEADER, id, instant, page, storable } from './wire.ts';

/** Text that people write, trimmed; the one base of every such field that is stored or searched. */
export const text = (charsMax: number) => z.string().check(z.trim(), z.maxLength(charsMax), storable());

/** What a name can't hold: control characters, line and paragraph separators, and marks that turn the direction of what follows. */
const UNNAMEABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
/** Characters that show nothing by themselves; U+2800 is Braille's empty cell, which Unicode counts as a symbol. */
const INVISIBLE = /[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** How somebody or something is called: one line with something to see in it. */
export const displayName = (charsMax: number) =>
  text(charsMax).check(
    z.refine((name) => !UNNAMEABLE.test(name), 'must be one line without control characters'),
    z.refine((name) => name.replace(INVISIBLE, '') !== '', 'must have something to see'),
  );

/** What somebody is called besides, in one line; empty for nothing. */
export const nickname = (charsMax: number) =>
  text(charsMax).check(
    z.refine((name) => !UNNAMEABLE.test(name), 'must be one line without control characters'),
    z.refine((name) => name === '' || name.replace(INVISIBLE, '') !== '', 'must have something to see'),
  );

/** The nearest to what a file is called that `displayName` takes. Too long, it loses the middle and keeps its ending. */
export function fileNameOf(called: string, charsMax: number): string {
  const name = called.toWellFormed().replace(new RegExp(UNNAMEABLE, 'gu'), '').trim();
  if (name.replace(INVISIBLE, '') === '') return 'file';
  const tail = name.slice(-12);
  return name.length <= charsMax ? name : `${name.slice(0, charsMax - tail.length - 1)}…${tail}`.toWellFormed();
}

/** Query of a cursor-paged list. Numbers arrive as text in a query string, so they are coerced here. */
export const pageQuery = z.strictObject({
  cursor: z.optional(cursor),
  limit: z._default(
    z.coerce.number().check(z.int(), z.minimum(1), z.maximum(LIMITS.pageItemsMax)),
    LIMITS.pageItemsDefault,
  ),
});

export const idParam = z.strictObject({ id });
export const userIdParam = z.strictObject({ userId: id });

/** What `IDEMPOTENCY_KEY_HEADER` carries: printable ASCII. */
export const idempotencyKey = z
  .string()
  .check(z.maxLength(LIMITS.idempotencyKeyCharsMax), z.regex(/^[\x20-\x7e]+$/, 'must be printable ASCII'));
