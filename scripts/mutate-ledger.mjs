/**
 * `npm run mutate:ledger`: breaks the ledger on purpose, one patch of apps/api/test/ledger/mutations at a time, and sees whether the test that
 * each patch names notices. A mutation that no test catches is a hole in the tests. The breaks happen in a copy; this tree is not touched.
 */
import { bootstrap } from './lib/bootstrap.mjs';

await bootstrap(() => import('./lib/mutate-ledger-main.mjs'));
