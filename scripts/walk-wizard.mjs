/**
 * `npm run walk:wizard`: starts a seeded product of its own and walks through the studio's wizard as a newcomer, on a phone and on a desktop, light and dark: prints the steps, the
 * fields that have to be filled in and the seconds to publish, and puts a picture of each step into screens/wizard/.
 */
import { bootstrap } from './lib/bootstrap.mjs';

await bootstrap(() => import('./lib/walk-wizard-main.mjs'));
