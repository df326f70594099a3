import { randomBytes, randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import jsonwebtoken from 'jsonwebtoken';
import pg from 'pg';
import { migrateDeploy } from '../../../packages/database/src/migrate/index.ts';
import { startChild } from '../chat/child.mjs';
import { report } from '../report.mjs';
import { withPostgres } from '../with-postgres.mjs';
import { measure } from './measure.mjs';
import { WORLD } from './world.sql.mjs';

const TOKEN_SECONDS = 3_600;

export async function main(args) {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'string' },
      personas: { type: 'string', default: '100000' },
      queries: { type: 'string', default: '200' },
    },
  });
  await withPostgres(async ({ url, progress, closing }) => {
    await migrateDeploy(url);
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    closing.push(() => pool.end());
    await progress.step(`a market of ${values.personas} personas`, () => createMarket(pool, Number(values.personas)));
    const jwtSecret = randomBytes(32).toString('hex');
    const token = await signIn(pool, jwtSecret);
    const api = await startChild('../search/api.mjs', {
      NODE_ENV: 'development',
      DATABASE_URL: url,
      JWT_SECRET: jwtSecret,
      SANDBOX_WEBHOOK_SECRET: randomBytes(32).toString('hex'),
      INTERNAL_TOKEN: randomBytes(32).toString('hex'),
      RATE_LIMIT_PER_MINUTE: '1000000',
      LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      PORT: '0',
    });
    closing.push(api.stop);
    await report({ name: 'search', ...(await measure({ api, pool, token, queries: Number(values.queries) })) }, args);
  });
}

async function createMarket(pool, personas) {
  // One connection: its temporary functions are gone with it.
  for (const statement of WORLD) await pool.query(statement, statement.includes('$1') ? [personas] : []);
}

/** The fan of the market who hid some. */
async function signIn(pool, jwtSecret) {
  const { rows } = await pool.query('SELECT fan_id FROM persona_block LIMIT 1');
  const sub = rows[0].fan_id;
  const sid = randomUUID();
  await pool.query(`INSERT INTO session (id, user_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`, [
    sid,
    sub,
  ]);
  return jsonwebtoken.sign({ sub, name: 'Bench', sid, roles: ['fan'] }, jwtSecret, {
    algorithm: 'HS256',
    issuer: 'troupe',
    expiresIn: TOKEN_SECONDS,
  });
}
