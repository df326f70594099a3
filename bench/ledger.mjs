/**
 * `npm run bench:ledger [-- --json FILE] [--seconds N] [--prefill TRANSFERS] [--concurrency 1,16,…]`: charged messages per second
 * and their latency, for the real operation and beside it, on the same durable server and into the same tables,
 *   (a) what most products do: an interactive transaction that updates every balance,
 *   (b) a bulk insert of the same rows and nothing else: the floor of the engine,
 *   (c) one function for one charge, called alone: what coalescing must not cost a lone caller.
 * `--prefill` measures each level twice in one run: in a database without history, and in one with that much.
 */
import { bootstrap } from '../scripts/lib/bootstrap.mjs';

await bootstrap(() => import('./lib/ledger/main.mjs'));
