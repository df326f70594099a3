/**
 * `npm run bench:web [-- --json FILE]`: Lighthouse on the production build, as a throttled phone, beside the page weight.
 * The baseline of the weight is the terms page of the same build: text and the shell, nothing else.
 */
import { bootstrap } from '../scripts/lib/bootstrap.mjs';

await bootstrap(() => import('./lib/web-main.mjs'));
