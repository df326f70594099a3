/**
 * `npm start`: everything from a fresh clone to a running product, and a few seconds from the second time on.
 * `npm run dev`: the same with hot reload.
 */
import { bootstrap } from './lib/bootstrap.mjs';

await bootstrap(() => import('./lib/launch.mjs'));
