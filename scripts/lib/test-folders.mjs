import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { livingOwner, readState } from '../../packages/database/src/embedded/state.ts';
import { deleteEmbeddedPostgres } from '../../packages/database/src/embedded-postgres.ts';

export const TEST_FOLDER_PREFIX = 'troupe-test-';

/** Ends the servers and deletes the folders of test runs that were killed. Those of living ones stay. */
export async function removeAbandoned() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(TEST_FOLDER_PREFIX))) {
    const folder = join(tmpdir(), name);
    const databases = ['postgres', 'browser/postgres'].map((path) => join(folder, path));
    const states = databases.map(readState);
    // A folder without a server may be one that is just beginning.
    if (states.every((state) => state === undefined) || states.some((state) => livingOwner(state))) continue;
    for (const dataDir of databases) await deleteEmbeddedPostgres(dataDir);
    rmSync(folder, { recursive: true, force: true });
  }
}
