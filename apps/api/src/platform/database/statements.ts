import { type Database, retryTransient } from '@troupe/database';
import { z } from 'zod';

/** A `BIGINT` as the driver gives it: text, because a JavaScript number would lose its last digits. */
export const bigintText = z.string().transform((text) => BigInt(text));

/** Data exceptions and violated constraints: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const DATA_FAULT = /^2[23]/;

/** Whether the database refused a statement for what was in it: a part of the same values may be fine. */
export const isDataFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && DATA_FAULT.test(error.code);

/**
 * Sends one statement, a transaction of its own, and answers its rows as `row` reads them.
 *
 * `name` makes it a prepared statement: each connection parses and plans it once. A name stands for one text for good; another text
 * under the same name is an error of the driver. The text and the values travel apart, so nothing in a value is ever read as SQL.
 *
 * A failure of the moment (a lost connection, a deadlock, a lock timeout, too many connections) sends the same statement with the same
 * values again, a few times. Its first sending may have been committed before the answer was lost, so a writing statement must be idempotent by a
 * key among its values, and answer a repetition as it answered first.
 *
 * @throws DatabaseBusyError when the failure lasts: nothing is known to be written, and the same values may be sent again later.
 * @throws ZodError when a row isn't what `row` says: the statement and the code have drifted apart, and guessing would be worse.
 * @throws what the database refuses (bad data, a violated constraint) as it comes; it is never sent again.
 */
export async function sendStatement<Row extends z.ZodType>(
  database: Pick<Database, 'pool'>,
  name: string,
  text: string,
  values: readonly unknown[],
  row: Row,
): Promise<z.infer<Row>[]> {
  const result = await retryTransient(() => database.pool.query({ name, text, values: [...values] }));
  return z.array(row).parse(result.rows);
}

/**
 * The same for a statement that always answers a row, as the ledger's functions do; further rows are left aside.
 * @throws Error naming the statement when there is none.
 */
export async function sendForRow<Row extends z.ZodType>(
  database: Pick<Database, 'pool'>,
  name: string,
  text: string,
  values: readonly unknown[],
  row: Row,
): Promise<z.infer<Row>> {
  const [first] = await sendStatement(database, name, text, values, row);
  if (first === undefined) throw new Error(`${name} answered nothing`);
  return first;
}
