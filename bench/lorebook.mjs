/**
 * `npm run bench:lorebook [-- --json FILE]`: which entries of a book of 10,000 a chat of 20,000 characters triggers. The baseline is a loop that
 * asks each key of each entry whether the text includes it.
 */
import { bootstrap } from '../scripts/lib/bootstrap.mjs';

await bootstrap(() => import('./lib/lorebook/main.mjs'));
