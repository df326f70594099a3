/**
 * `npm run torture [-- --rounds N --seed S --rate SENDS_PER_SECOND --json FILE --keep]`: real load on two API processes
 * while they and Postgres are killed again and again, then an account of every coin. Ends with 1 if anything is wrong.
 */
import { bootstrap } from './lib/bootstrap.mjs';

await bootstrap(() => import('./lib/torture/main.mjs'));
