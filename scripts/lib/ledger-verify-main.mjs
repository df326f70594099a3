import { join } from 'node:path';
import { Client } from 'pg';
import { VERIFY } from '../../apps/api/src/modules/coin/ledger/verify.sql.ts';
import { PAYMENTS_VERIFY } from '../../apps/api/src/modules/payment/payments-verify.sql.ts';
import { PAYOUTS_VERIFY } from '../../apps/api/src/modules/payment/payouts/payouts-verify.sql.ts';
import { runningEmbeddedPostgresUrl } from '../../packages/database/src/embedded-postgres.ts';
import { DATA_DIR } from './paths.mjs';
import { Problem } from './problem.mjs';
import { readSettings } from './settings.mjs';

/** Reads the database of DATABASE_URL, else the embedded one while it runs. */
export async function main() {
  const connectionString =
    readSettings().env.DATABASE_URL ?? runningEmbeddedPostgresUrl({ dataDir: join(DATA_DIR, 'postgres') });
  if (connectionString === undefined) {
    throw new Problem('There is no database to check.', 'Start Troupe in another terminal, or set DATABASE_URL.');
  }
  const db = new Client({ connectionString });
  await db.connect();
  try {
    const faults = [];
    for (const check of [VERIFY, PAYMENTS_VERIFY, PAYOUTS_VERIFY]) faults.push(...(await db.query(check)).rows);
    const { rows } = await db.query(
      'SELECT count(*) AS transfers, count(DISTINCT journal) AS journals, (SELECT count(*) FROM wallet) AS wallets FROM ledger_transfer',
    );
    const [{ transfers, journals, wallets }] = rows;
    console.log(`Checked ${transfers} transfers in ${journals} journals, and ${wallets} wallets.`);
    if (faults.length > 0) {
      console.table(faults);
      process.exitCode = 1;
      return;
    }
    console.log('The books are right: every currency sums to zero, and every wallet equals its transfers.');
  } finally {
    await db.end();
  }
}
