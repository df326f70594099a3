/**
 * `npm run bench:llm-client [-- --json FILE] [--seconds N]`: streamed replies of 20 deltas that one process reads per second, and the CPU
 * time of each, by the ways there are to read them. The baseline is `fetch` with the same reader of events.
 */
import { bootstrap } from '../scripts/lib/bootstrap.mjs';

await bootstrap(() => import('./lib/llm-client/main.mjs'));
