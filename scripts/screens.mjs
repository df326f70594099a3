/** `npm run screens`: starts a seeded product of its own and photographs every screen into screens/. ONLY=<part of a name> for some. */
import { bootstrap } from './lib/bootstrap.mjs';

await bootstrap(() => import('./lib/screens-main.mjs'));
