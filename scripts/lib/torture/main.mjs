import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildOutdated } from '../build.mjs';
import { generatePrismaClient } from '../generate.mjs';
import { listenForInterruption } from '../interruption.mjs';
import { Problem } from '../problem.mjs';
import { createProgress } from '../progress.mjs';
import { removeAbandoned, TEST_FOLDER_PREFIX } from '../test-folders.mjs';
import { faultsOf, report } from './report.mjs';
import { LONG, torture } from './run.mjs';

/** `npm run torture`, once the dependencies are there. */
export async function main(args) {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string' },
      seed: { type: 'string' },
      rate: { type: 'string' },
      json: { type: 'string' },
      keep: { type: 'boolean' },
    },
  });
  const interruption = listenForInterruption(() => process.exit(130));
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), TEST_FOLDER_PREFIX));
  let keep = values.keep === true;
  try {
    generatePrismaClient();
    await buildOutdated({ only: ['@troupe/api'], progress: createProgress(), signal: interruption.signal });
    const result = await torture({
      ...LONG,
      ...(values.rounds === undefined ? {} : { rounds: wholeNumber('--rounds', values.rounds) }),
      ...(values.rate === undefined ? {} : { sendsPerSecond: wholeNumber('--rate', values.rate) }),
      seed: values.seed ?? String(Date.now()),
      folder,
      signal: interruption.signal,
      tell: (line) => console.log(`  ${line}`),
    });
    report(result);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
    keep ||= faultsOf(result.checks) > 0;
    process.exitCode = faultsOf(result.checks) === 0 ? 0 : 1;
  } catch (error) {
    if (!interruption.signal.aborted) {
      keep = true;
      throw error;
    }
    process.exitCode = 130;
  } finally {
    if (keep) console.log(`\nThe database and the logs are kept in ${setAside(folder)}`);
    else rmSync(folder, { recursive: true, force: true });
  }
  // Sockets and timers must not hold up the end.
  process.exit();
}

/** Folders of tests are deleted by the next run; one with a fault in it must wait for its reader. */
function setAside(folder) {
  const kept = join(tmpdir(), `troupe-torture-${Date.now()}`);
  renameSync(folder, kept);
  return kept;
}

function wholeNumber(option, text) {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Problem(`${option} is "${text}".`, 'Give it a whole number above zero.');
}
