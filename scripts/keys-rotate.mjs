/** `npm run keys:rotate`: wraps what ENCRYPTION_KEYS_OLD still wraps with ENCRYPTION_KEY; may be killed and started again. */
import { bootstrap } from './lib/bootstrap.mjs';

await bootstrap(() => import('./lib/keys-rotate-main.mjs'));
