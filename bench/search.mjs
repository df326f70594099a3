/**
 * `npm run bench:search [-- --json FILE] [--personas N] [--queries N]`: a market of 100,000 personas, made in the database, and every kind of question that its
 * visitors ask: latency over HTTP and in the database, one at a time and several at once, and how often a misspelt name finds its persona. The
 * baseline of the same run is a page that asks the database nothing, and one row by its primary key.
 */
import { bootstrap } from '../scripts/lib/bootstrap.mjs';

await bootstrap(() => import('./lib/search/main.mjs'));
