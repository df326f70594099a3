import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyFreePort } from '../../packages/database/src/embedded/ports.ts';
import { startEmbeddedPostgres } from '../../packages/database/src/embedded-postgres.ts';
import { buildOutdated } from '../../scripts/lib/build.mjs';
import { generatePrismaClient } from '../../scripts/lib/generate.mjs';
import { listenForInterruption } from '../../scripts/lib/interruption.mjs';
import { createProgress } from '../../scripts/lib/progress.mjs';
import { TEST_FOLDER_PREFIX } from '../../scripts/lib/test-folders.mjs';

/**
 * Measures beside a Postgres of its own that writes as durably as production's, with the API built. `work` gets its URL, the progress line, a signal
 * that aborts when somebody presses Ctrl-C, and `closing`, whose functions are called at the end, the last one first. Ends the process.
 */
export async function withPostgres(work) {
  const { signal } = listenForInterruption(() => process.exit(130));
  const progress = createProgress();
  generatePrismaClient();
  await buildOutdated({ only: ['@troupe/api'], progress, signal });
  const folder = mkdtempSync(join(tmpdir(), TEST_FOLDER_PREFIX));
  const closing = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    const server = await startEmbeddedPostgres({
      dataDir: join(folder, 'postgres'),
      port: await anyFreePort(),
      durable: true,
    });
    closing.push(() => server.stop());
    await work({ url: server.url, progress, signal, closing });
  } finally {
    for (const close of closing.reverse()) await close();
  }
  process.exit();
}
