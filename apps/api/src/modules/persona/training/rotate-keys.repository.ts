import { z } from 'zod';
import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import { places } from './training.places.ts';

/** Something that sends statements, each a transaction of its own. */
interface Queries {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/** Keys of one statement: a short lock on each of their rows. */
const STEP_KEYS = 200;

const FILES = {
  read: `SELECT id, persona_id, key_id, wrapped_key FROM training_file WHERE key_id <> $1 AND id > $2::uuid ORDER BY id LIMIT $3::int`,
  write: `UPDATE training_file f SET key_id = $1, wrapped_key = q.after
          FROM unnest($2::uuid[], $3::bytea[], $4::bytea[]) AS q(id, before, after) WHERE f.id = q.id AND f.wrapped_key = q.before`,
};
const INDEXES = {
  read: `SELECT persona_id AS id, persona_id, key_id, wrapped_key FROM training_corpus WHERE key_id <> $1 AND persona_id > $2::uuid ORDER BY persona_id LIMIT $3::int`,
  write: `UPDATE training_corpus c SET key_id = $1, wrapped_key = q.after
          FROM unnest($2::uuid[], $3::bytea[], $4::bytea[]) AS q(id, before, after) WHERE c.persona_id = q.id AND c.wrapped_key = q.before`,
};

const wrappedRow = z.object({
  id: z.string(),
  persona_id: z.string(),
  key_id: z.string(),
  wrapped_key: z.instanceof(Uint8Array),
});
type WrappedRow = z.infer<typeof wrappedRow>;

export interface Rotation {
  /** Keys that today's master key wraps from now on. */
  rewrapped: number;
  /** Keys that none of the master keys opens, by the id of the one that would be needed. */
  unreadable: ReadonlyMap<string, number>;
}

/**
 * Wraps every key of training data anew that another master key than today's wraps, a step at a time. It may be killed at any moment and started again: what is
 * done is done, and the rest is found by its key id. Two at once do no harm. `onStep` is told how many are done.
 */
export async function rotateKeys(db: Queries, ring: KeyRing, onStep: (rewrapped: number) => void): Promise<Rotation> {
  const unreadable = new Map<string, number>();
  let rewrapped = 0;
  const kinds = [
    { ...FILES, placeOf: (row: WrappedRow) => places.fileKey(row.id, row.persona_id) },
    { ...INDEXES, placeOf: (row: WrappedRow) => places.indexKey(row.persona_id) },
  ];
  for (const { read, write, placeOf } of kinds) {
    let afterId = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = z.array(wrappedRow).parse((await db.query(read, [ring.currentId, afterId, STEP_KEYS])).rows);
      const last = rows.at(-1);
      if (last === undefined) break;
      afterId = last.id;
      const wrapped = rows.flatMap((row) => {
        const after = rewrap(ring, row, placeOf(row));
        if (after === undefined) unreadable.set(row.key_id, (unreadable.get(row.key_id) ?? 0) + 1);
        return after === undefined ? [] : [{ id: row.id, before: row.wrapped_key, after }];
      });
      const columns = [
        wrapped.map(({ id }) => id),
        wrapped.map(({ before }) => before),
        wrapped.map(({ after }) => after),
      ];
      rewrapped += (await db.query(write, [ring.currentId, ...columns])).rowCount ?? 0;
      onStep(rewrapped);
    }
  }
  return { rewrapped, unreadable };
}

/** Undefined for what doesn't open: its key is not there, or it was changed. */
function rewrap(ring: KeyRing, row: WrappedRow, place: string): Uint8Array | undefined {
  try {
    return ring.wrap(ring.unwrap({ keyId: row.key_id, wrappedKey: row.wrapped_key }, place), place).wrappedKey;
  } catch {
    // Counted and told; the others are still rotated.
    return undefined;
  }
}

/** What only the first master key can be used for: sealed tax ids, and hashes that are compared with later ones. */
export async function countLasting(db: Queries): Promise<number> {
  const lasting = `SELECT (SELECT count(*) FROM payout_profile)::int + (SELECT count(*) FROM risk_signal)::int AS count`;
  const { rows } = await db.query(lasting, []);
  return z.array(z.object({ count: z.int() })).parse(rows)[0]?.count ?? 0;
}
