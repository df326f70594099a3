import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyFreePort } from '../../packages/database/src/embedded/ports.ts';
import { startEmbeddedPostgres } from '../../packages/database/src/embedded-postgres.ts';
import { runBrowser } from './browser-tests.mjs';
import { buildOutdated } from './build.mjs';
import { generatePrismaClient } from './generate.mjs';
import { Interrupted, listenForInterruption } from './interruption.mjs';
import { runJest } from './jest-tests.mjs';
import { runLint } from './lint-steps.mjs';
import { Problem, printFailure } from './problem.mjs';
import { createProgress } from './progress.mjs';
import { createTally, secondsSince } from './tally.mjs';
import { removeAbandoned, TEST_FOLDER_PREFIX } from './test-folders.mjs';
import { runTorture } from './torture/test-part.mjs';

/** The model test of the ledger is among the units. */
const NEEDS_DATABASE = ['unit', 'db', 'e2e'];

/** The parts of `npm test`, in their order: the quickest to tell something first. */
const PARTS = {
  lint: (context) => runLint(context.tally, context),
  unit: (context) => runJest(['unit', 'prop'], context),
  db: (context) => runJest(['db'], context),
  e2e: async (context) => {
    // Some of them kill the API as it is shipped.
    await buildApi(context);
    await runJest(['e2e'], context);
  },
  torture: async (context) => {
    await buildApi(context);
    await runTorture(context);
  },
  browser: (context) => runBrowser(context),
};

const buildApi = ({ signal }) => buildOutdated({ only: ['@troupe/api'], progress: createProgress(), signal });

/** `npm test`, once the dependencies are there. */
export async function main(args) {
  const parts = args.length === 0 ? Object.keys(PARTS) : args;
  const unknown = parts.find((part) => !(part in PARTS));
  if (unknown !== undefined) {
    throw new Problem(`There is no part "${unknown}".`, `The parts are ${Object.keys(PARTS).join(', ')}.`);
  }
  const interruption = listenForInterruption(() => process.exit(130));
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), TEST_FOLDER_PREFIX));
  const context = { tally: createTally(), folder, signal: interruption.signal };
  const closing = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    generatePrismaClient();
    if (parts.some((part) => NEEDS_DATABASE.includes(part))) {
      context.databaseUrl = await openDatabase(folder, closing);
    }
    for (const part of parts) await runPart(part, context);
    context.tally.finish();
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.exitCode = 130;
  } finally {
    for (const close of closing.reverse()) await close();
  }
  // Runners leave keep-alive connections and timers behind, which must not hold up the end.
  process.exit();
}

async function runPart(part, context) {
  context.signal.throwIfAborted();
  const startedAt = performance.now();
  console.log(`\n── ${part} ──`);
  try {
    await PARTS[part](context);
  } catch (error) {
    context.signal.throwIfAborted();
    // A part that cannot even start is one failure; the others still have something to say.
    context.tally.add({ failed: 1 });
    printFailure(error);
  }
  context.signal.throwIfAborted();
  console.log(`── ${part}: ${secondsSince(startedAt)} ──`);
}

async function openDatabase(folder, closing) {
  const { TEST_DATABASE_URL } = process.env;
  if (TEST_DATABASE_URL) return TEST_DATABASE_URL;
  let server;
  await createProgress().step('Postgres for the tests', async () => {
    // Any port: the usual one is for a product that may be running meanwhile.
    const port = await anyFreePort();
    server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), port, durable: false });
    closing.push(() => server.stop());
    return `port ${server.port}`;
  });
  return server.url;
}
