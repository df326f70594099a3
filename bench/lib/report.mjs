import { writeFile } from 'node:fs/promises';

/** Prints what was measured and which aims hold; with `--json FILE` writes the same figures as one object. */
export async function report(result, args) {
  console.table(result.rows);
  console.table(result.aims);
  const at = args.indexOf('--json');
  const file = at === -1 ? undefined : args[at + 1];
  if (file !== undefined) await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
  const missed = result.aims.filter((aim) => !aim.holds);
  console.log(missed.length === 0 ? 'Every aim holds.' : `${missed.length} of ${result.aims.length} aims are missed.`);
}
