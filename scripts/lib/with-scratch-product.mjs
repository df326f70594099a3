import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePrismaClient } from './generate.mjs';
import { Interrupted, listenForInterruption } from './interruption.mjs';
import { startScratchProduct } from './scratch-product.mjs';
import { TEST_FOLDER_PREFIX } from './test-folders.mjs';

/** Runs `work` against a product of its own in a temporary folder, and leaves nothing behind, also after Ctrl-C. */
export async function withScratchProduct(work) {
  const interruption = listenForInterruption(() => process.exit(130));
  const folder = mkdtempSync(join(tmpdir(), TEST_FOLDER_PREFIX));
  let stack;
  try {
    generatePrismaClient();
    stack = await startScratchProduct({ folder, signal: interruption.signal });
    await work(stack);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.exitCode = 130;
  } finally {
    await stack?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  // Runners leave keep-alive connections and timers behind, which must not hold up the end.
  process.exit();
}
