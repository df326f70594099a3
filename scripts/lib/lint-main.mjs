import { generatePrismaClient } from './generate.mjs';
import { runLint } from './lint-steps.mjs';
import { createTally } from './tally.mjs';

/** `npm run lint`, once the dependencies are there. */
export async function main() {
  generatePrismaClient();
  const tally = createTally();
  await runLint(tally);
  tally.finish();
}
