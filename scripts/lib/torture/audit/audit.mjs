import { spawn } from 'node:child_process';
import { fromRoot, ROOT } from '../../paths.mjs';
import { check } from '../figures.mjs';
import { checkClientView } from './client-view.mjs';
import { checkCoins } from './coins.mjs';
import { checkSends } from './messages.mjs';
import { checkReplies } from './replies.mjs';
import { readTables } from './tables.mjs';

/** What must have happened for a run to mean anything: counts by prefix of their names. */
const LEAST = {
  acknowledged: 50,
  'duplicates answered': 1,
  'retries with the same id': 1,
  'chaos: ': 3,
  'ended: failpoint ': 1,
};

/**
 * Holds the tables, the clients' logs and what the API shows against one another. Call it at rest.
 * @returns a list of `{ name, asked, faults, examples }`
 */
export async function audit({ house, fans, purchases, packs, figures, unrest }) {
  const books = await verifyBooks(house.postgres.url);
  const tables = await readTables(house.postgres);
  figures.count('charged messages', tables.charges.length);
  figures.count('refunds', tables.reversalsOf.size);
  figures.count('slowest reply, s', Math.ceil(Math.max(0, ...tables.replies.map(({ seconds }) => seconds))));
  for (const { status, refunded } of tables.replies) figures.count(`replies: ${status}${refunded ? ', refunded' : ''}`);
  return [
    check('everything came to rest', 4, unrest),
    check('ledger:verify finds nothing', 1, books),
    ...checkSends(fans, tables),
    check(
      'every retry was answered like the first time',
      figures.get('duplicates answered'),
      figures.faultsOf('answers'),
    ),
    ...checkReplies(fans, tables),
    ...checkCoins(fans, purchases, packs, tables),
    ...(await checkClientView(fans, purchases)),
    check('nothing left its contract', figures.get('messages'), figures.faultsOf('contract')),
    check('no process ended by itself, and each ended when it was told to', 3, figures.faultsOf('ended')),
    checkReality(figures),
  ];
}

/** Runs the command that operators run. */
async function verifyBooks(databaseUrl) {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, [fromRoot('scripts/ledger-verify.mjs')], { cwd: ROOT, env });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return code === 0
    ? []
    : [{ subject: `exit code ${code}`, detail: Buffer.concat(output).toString('utf8').slice(-4_000) }];
}

/** A run in which nothing happened proves nothing. */
function checkReality(figures) {
  const missing = Object.entries(LEAST).flatMap(([prefix, least]) => {
    const happened = figures.under(prefix).reduce((sum, [, count]) => sum + count, 0);
    return happened >= least
      ? []
      : [{ subject: prefix, detail: `happened ${happened} times, at least ${least} were meant to` }];
  });
  return check('the run was real', Object.keys(LEAST).length, missing);
}
