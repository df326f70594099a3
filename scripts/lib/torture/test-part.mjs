import { join } from 'node:path';
import { printFaults } from './report.mjs';
import { SHORT, torture } from './run.mjs';

/** The short form, as a part of `npm test`: each thing that the audit asks counts as one test. */
export async function runTorture({ tally, folder, signal }) {
  const { seed, seconds, counts, checks } = await torture({
    ...SHORT,
    seed: process.env.TORTURE_SEED ?? String(Date.now()),
    folder: join(folder, 'torture'),
    signal,
    tell: (line) => console.log(`  ${line}`),
  });
  printFaults(checks);
  const failed = checks.filter(({ faults }) => faults > 0).length;
  tally.add({ passed: checks.length - failed, failed });
  const { acknowledged, refunds } = counts;
  console.log(`  ${acknowledged} messages acknowledged, ${refunds} refunded, in ${seconds} s; TORTURE_SEED=${seed}`);
}
