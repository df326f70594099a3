/** `npm run ledger:verify`: recomputes the books from the transfers; prints the rows at fault and ends with 1 if there are any. */
import { bootstrap } from './lib/bootstrap.mjs';

await bootstrap(() => import('./lib/ledger-verify-main.mjs'));
