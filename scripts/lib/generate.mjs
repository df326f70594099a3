import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { hashOf, isStamped, stamp } from './hashes.mjs';
import { fromRoot, ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';

const OUTPUT = fromRoot('packages/database/src/generated');
const STAMP = `${OUTPUT}/.schema-hash`;

/** Generates the Prisma client unless it already belongs to this schema. True when it did. */
export function generatePrismaClient({ force = false } = {}) {
  const inputs = ['prisma/schema', 'prisma.config.ts', 'node_modules/prisma/package.json'];
  const hash = hashOf(inputs.map((path) => fromRoot(path)));
  if (!force && existsSync(`${OUTPUT}/client.ts`) && isStamped(STAMP, hash)) return false;

  const cli = fromRoot('node_modules/prisma/build/index.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      // Generating needs no native engine, but the CLI downloads one unless it is shown a file that exists.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (status !== 0) {
    throw new Problem(`The Prisma client could not be generated.\n${stderr || stdout}`, 'Mend prisma/schema.');
  }
  stamp(STAMP, hash);
  return true;
}
