/**
 * Runs the embedded Postgres alone, until Ctrl-C:
 *
 *   node scripts/database.mjs [--port N] [--data-dir FOLDER] [--fast]
 *
 * `--fast` gives up durable commits: for experiments, never for data that matters.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../packages/database/src/embedded-postgres.ts';
import { DATA_DIR } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';

await runMain(async () => {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'data-dir': { type: 'string' }, fast: { type: 'boolean' } },
  });
  const server = await startEmbeddedPostgres({
    dataDir: values['data-dir'] ?? join(DATA_DIR, 'postgres'),
    port: values.port === undefined ? undefined : Number(values.port),
    durable: !values.fast,
  });
  console.log(`DATABASE_URL=${server.url}`);
  if (!server.owned) return console.log('Another process runs it; it ends together with that one.');

  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      asked = true;
      void server.stop();
    });
  }
  await server.ended;
  if (!asked) {
    console.error(`Postgres ended by itself; its log is ${server.logFile}.`);
    process.exitCode = 1;
  }
});
