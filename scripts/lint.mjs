/** `npm run lint`: style, types, the direction of dependencies, dead code, and that no migration was forgotten. */
import { bootstrap } from './lib/bootstrap.mjs';

await bootstrap(() => import('./lib/lint-main.mjs'));
