/**
 * `npm run bench:chat [-- --json FILE] [--seconds N] [--sockets 1,50,200,1000] [--conversations N]`: charged messages per second over real sockets, and the time
 * from sendMessage to the first delta, beside
 *   a bare Socket.IO echo on the same machine with the same clients: what a message costs before anything is done with it,
 * once with a provider inside the API's process and once with one on the wire; both send 20 deltas at once.
 * Then the same after `--conversations` × 100 messages of old history exist, the delay of the event loop, and memory per idle socket.
 */
import { bootstrap } from '../scripts/lib/bootstrap.mjs';

await bootstrap(() => import('./lib/chat/main.mjs'));
