import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { anyFreePort } from '../../../packages/database/src/embedded/ports.ts';
import { startEmbeddedPostgres } from '../../../packages/database/src/embedded-postgres.ts';
import { until } from '../../../packages/test-kit/src/until.ts';

const RECOVERY_LIMIT_MS = 30_000;
const OWN_NAME = 'troupe-torture';

/**
 * A Postgres whose commits are durable, and that can be made to crash. `onFault` hears when it ends without being told to.
 */
export async function startDurablePostgres(folder, onFault) {
  const port = await anyFreePort();
  let server;
  let expected = false;
  const launch = async () => {
    expected = false;
    server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), port, durable: true });
    void server.ended.then(() => {
      if (!expected) onFault(`its log is ${server.logFile}`);
    });
  };
  const end = async (signal) => {
    expected = true;
    if (signal !== undefined) process.kill(server.pid, signal);
    if (signal !== undefined) await server.ended;
    // Also after its end: the server is then forgotten in an orderly way.
    await server.stop();
  };
  await launch();
  /** On a connection of its own, which no restart can find idle. */
  const query = async (text, values = []) => {
    const client = new pg.Client({ connectionString: server.url, application_name: OWN_NAME });
    // A connection that breaks rejects its query; what it says besides is the same again.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  const backends = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name <> '${OWN_NAME}'`;

  return {
    url: server.url,
    query,
    /** Ends at once, as in a loss of power of its processes, and recovers from the log. */
    async restart(downMs) {
      await end('SIGQUIT');
      await delay(downMs);
      await launch();
    },
    /** Kills one server process outright: Postgres then drops all of them and recovers by itself. False when there is none. */
    async killBackend(random) {
      const pids = (await query(backends)).map((row) => row.pid);
      if (pids.length === 0) return false;
      process.kill(random.pick(pids), 'SIGKILL');
      await until(
        'Postgres to recover',
        () =>
          query('SELECT 1').then(
            () => true,
            () => false,
          ),
        RECOVERY_LIMIT_MS,
      );
      return true;
    },
    /** @returns how many connections were dropped. */
    async dropConnections() {
      return (await query(`SELECT pg_terminate_backend(pid) FROM (${backends}) AS others`)).length;
    },
    stop: () => end(),
  };
}
