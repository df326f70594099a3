/**
 * `npm run bench:chat-scroll [-- --json FILE] [--cpu N] [--web URL --database URL]`: how a conversation of 500 messages scrolls on a phone's
 * screen with a processor N (4) times slower than this one. Without a product of its own when it is told where one runs.
 */
import { bootstrap } from '../scripts/lib/bootstrap.mjs';

await bootstrap(() => import('./lib/chat-scroll-main.mjs'));
