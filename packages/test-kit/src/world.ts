import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';

/** The cast of a test: one creator with one persona, put into an empty database. */
export interface Cast {
  creatorId: string;
  personaId: string;
  personaSlug: string;
}

export interface CastOptions {
  priceMicrocoins?: number;
  greeting?: string;
}

/** A test's own eyes and hands in its database. */
export interface World {
  query<Row extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  addCast(options?: CastOptions): Promise<Cast>;
  addPack(): Promise<string>;
  /** Locks a table against everybody until the answer is called. */
  lock(table: string): Promise<() => Promise<void>>;
  /** Locks one row, by its `id`, against changes. */
  lockRow(table: string, id: string): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export function openWorld(databaseUrl: string): World {
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  // A database that is dropped ends the connections that are just closing; a query under way fails by itself.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  const query = async <Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await pool.query<Row>(text, values)).rows;
  return {
    query,
    addCast: (options = {}) => addCast(query, options),
    addPack: () => addPack(query),
    lock: (table) => lock(pool, (name) => `LOCK TABLE ${name} IN ACCESS EXCLUSIVE MODE`, table),
    lockRow: (table, id) => lock(pool, (name) => `SELECT FROM ${name} WHERE id = $1 FOR UPDATE`, table, [id]),
    close: () => pool.end(),
  };
}

type Query = World['query'];

async function lock(
  pool: Pool,
  statementFor: (table: string) => string,
  table: string,
  values: unknown[] = [],
): Promise<() => Promise<void>> {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query(statementFor(client.escapeIdentifier(table)), values);
  return async () => {
    await client.query('ROLLBACK');
    client.release();
  };
}

async function addCast(query: Query, options: CastOptions): Promise<Cast> {
  const creatorId = randomUUID();
  const personaId = randomUUID();
  const mark = creatorId.slice(0, 8);
  await query(`INSERT INTO app_user (id, email, name, roles) VALUES ($1, $2, 'Creator', '{fan,creator}')`, [
    creatorId,
    `${mark}@test.local`,
  ]);
  await query('INSERT INTO wallet (owner_id) VALUES ($1)', [creatorId]);
  await query('INSERT INTO creator (user_id, handle, display_name) VALUES ($1, $2, $3)', [
    creatorId,
    `creator_${mark}`,
    'Creator',
  ]);
  await query(
    `INSERT INTO persona (id, slug, creator_id, status, name, hook, description, tags, price_microcoins, hue_degrees, portrait_key, personality,
                          greeting, example_dialogue, published_at)
     VALUES ($1, $2, $3, 'published', 'Orla', 'Keeps the light.', 'A lighthouse keeper.', '{cosy}', $4, 100, 'portraits/none', 'Calm.', $5, $6, now())`,
    [
      personaId,
      `orla-${mark}`,
      creatorId,
      options.priceMicrocoins ?? 2_000_000,
      options.greeting ?? 'Come in, {{user}}.',
      JSON.stringify([{ fan: 'Hello', persona: 'Mind the stairs, they are older than the queen.' }]),
    ],
  );
  return { creatorId, personaId, personaSlug: `orla-${mark}` };
}

async function addPack(query: Query): Promise<string> {
  const id = randomUUID();
  await query(
    `INSERT INTO coin_pack (id, name, description, coins_microcoins, bonus_microcoins, usd_minor, inr_minor)
     VALUES ($1, $2, 'A pack.', 100000000, 10000000, 99, 7900)`,
    [id, `Pack ${id.slice(0, 8)}`],
  );
  return id;
}
