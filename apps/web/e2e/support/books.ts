import { Client } from 'pg';
import type { Person } from './people.ts';

const DAYS_AGO = 40;
const MICROCOINS_PER_COIN = 1_000_000;

/**
 * Makes somebody a creator whose shares of bought coins matured long ago. No page and no route can write the past, so this goes to the database of the
 * stack under test: `E2E_DATABASE_URL`.
 */
export async function makeCreatorWith(person: Person, coins: number): Promise<void> {
  await withDatabase(async (db) => {
    const earner = await db.query<{ id: string }>(
      `UPDATE app_user SET roles = '{fan,creator}' WHERE email = $1 RETURNING id`,
      [person.email],
    );
    const ownerId = earner.rows[0]?.id;
    if (ownerId === undefined) throw new Error(`${person.email} is not registered`);
    await db.query('BEGIN');
    const posted = await db.query<{ journal: string | null }>(
      `SELECT p.journal FROM wallet w, LATERAL ledger_post(1, gen_random_uuid(), 0, ARRAY[35::bigint], ARRAY[w.id * 32 + 4], ARRAY[$2::bigint],
                                                           ARRAY[50::smallint]) p WHERE w.owner_id = $1`,
      [ownerId, coins * MICROCOINS_PER_COIN],
    );
    // Transfers can't be changed by anything that doesn't say so.
    await db.query('SET LOCAL session_replication_role = replica');
    await db.query('UPDATE ledger_transfer SET created_at = now() - make_interval(days => $2) WHERE journal = $1', [
      posted.rows[0]?.journal,
      DAYS_AGO,
    ]);
    await db.query('COMMIT');
  });
}

async function withDatabase(work: (db: Client) => Promise<void>): Promise<void> {
  const connectionString = process.env['E2E_DATABASE_URL'];
  if (connectionString === undefined) throw new Error('E2E_DATABASE_URL: must be the database of the stack under test');
  const db = new Client({ connectionString });
  await db.connect();
  try {
    await work(db);
  } finally {
    await db.end();
  }
}
