/** `npm run generate`: makes the Prisma client from prisma/schema, if it changed. `--force` makes it in any case. */
import { generatePrismaClient } from './lib/generate.mjs';
import { runMain } from './lib/problem.mjs';

await runMain(() => {
  const made = generatePrismaClient({ force: process.argv.includes('--force') });
  console.log(made ? 'Generated the Prisma client.' : 'The Prisma client belongs to this schema already.');
});
