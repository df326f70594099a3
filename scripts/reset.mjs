/** `npm run reset`: stops what runs from this folder and deletes all local data. `-- --yes` does not ask. */
import { bootstrap } from './lib/bootstrap.mjs';

await bootstrap(() => import('./lib/reset-main.mjs'), { install: false });
