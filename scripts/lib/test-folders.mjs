import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { livingOwner, readState } from '../../packages/database/src/embedded/state.ts';
import { deleteEmbeddedPostgres } from '../../packages/database/src/embedded-postgres.ts';

import { createRunningNote } from './running.mjs';

export const TEST_FOLDER_PREFIX = 'troupe-test-';

/** Ends what runs from the folders of test runs that were killed, and deletes them. Those of living ones stay. */
export async function removeAbandoned() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(TEST_FOLDER_PREFIX))) {
    const folder = join(tmpdir(), name);
    const homes = [folder, join(folder, 'browser'), join(folder, 'torture')].map((path) => ({
      note: createRunningNote(path),
      dataDir: join(path, 'postgres'),
    }));
    const states = homes.map(({ dataDir }) => readState(dataDir));
    // A folder without a server may be one that is just beginning.
    if (states.every((state) => state === undefined)) continue;
    if (states.some((state) => livingOwner(state)) || homes.some(({ note }) => note.isHeld())) continue;
    for (const { note, dataDir } of homes) {
      await note.claim();
      await deleteEmbeddedPostgres(dataDir);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}
