import { join } from 'node:path';
import { Client } from 'pg';
import { countLasting, rotateKeys } from '../../apps/api/src/modules/persona/training/rotate-keys.repository.ts';
import { KeyRing } from '../../apps/api/src/platform/crypto/key-ring.ts';
import { runningEmbeddedPostgresUrl } from '../../packages/database/src/embedded-postgres.ts';
import { DATA_DIR } from './paths.mjs';
import { Problem } from './problem.mjs';
import { missingSecrets } from './secrets.mjs';
import { readSettings } from './settings.mjs';

/** Of one statement: some hundred rows. */
const STATEMENT_TIMEOUT_MS = 30_000;

/** Works on the database of DATABASE_URL, else on the embedded one while it runs. */
export async function main() {
  const { env, production } = readSettings();
  const connectionString = env.DATABASE_URL ?? runningEmbeddedPostgresUrl({ dataDir: join(DATA_DIR, 'postgres') });
  if (connectionString === undefined) {
    throw new Problem('There is no database.', 'Start Troupe in another terminal, or set DATABASE_URL.');
  }
  const secrets = env.ENCRYPTION_KEY === undefined ? missingSecrets({ env, dataDir: DATA_DIR, production }) : env;
  const old = (env.ENCRYPTION_KEYS_OLD ?? '').split(',').map((key) => key.trim());
  const keys = {
    ENCRYPTION_KEY: secrets.ENCRYPTION_KEY,
    ENCRYPTION_KEYS_OLD: old.filter((key) => key !== ''),
  };
  const db = new Client({ connectionString, statement_timeout: STATEMENT_TIMEOUT_MS });
  await db.connect();
  try {
    const { rewrapped, unreadable } = await rotateKeys(db, KeyRing.of(keys), (done) => console.log(`… ${done}`));
    console.log(`${rewrapped} keys are wrapped by ENCRYPTION_KEY now that were not before.`);
    for (const [keyId, count] of unreadable) {
      console.log(`${count} can’t be opened: the key with the id ${keyId} is missing, or they were changed.`);
    }
    const lasting = await countLasting(db);
    if (unreadable.size > 0) process.exitCode = 1;
    else if (keys.ENCRYPTION_KEYS_OLD.length === 0) console.log('ENCRYPTION_KEYS_OLD is empty already.');
    else if (lasting === 0) console.log('Nothing needs ENCRYPTION_KEYS_OLD any more: it can be removed.');
    else console.log('Payouts were set up here: of ENCRYPTION_KEYS_OLD keep the last one, and remove the others.');
  } finally {
    await db.end();
  }
}
