/** Prints what was done and what was found. */
export function report({ seed, rounds, seconds, counts, checks }) {
  console.log(`\n${rounds} rounds in ${seconds} s, seed ${seed}\n\nWhat was done`);
  const width = Math.max(...Object.keys(counts).map((name) => name.length));
  for (const [name, count] of Object.entries(counts))
    console.log(`  ${name.padEnd(width)} ${String(count).padStart(8)}`);
  console.log('\nWhat was found');
  printFaults(checks);
  const faults = faultsOf(checks);
  console.log(faults === 0 ? '\nNothing was lost, nothing was doubled.' : `\n${faults} faults.`);
}

/** A line for each thing that was asked, and below it whoever failed. */
export function printFaults(checks) {
  for (const { name, asked, faults, examples } of checks) {
    console.log(`  ${faults === 0 ? '✓' : '✗'} ${name}: ${faults} faults in ${asked}`);
    for (const { subject, detail } of examples) console.log(`      ${subject}: ${detail}`);
  }
}

export const faultsOf = (checks) => checks.reduce((sum, { faults }) => sum + faults, 0);
