/**
 * `npm test`: everything that says whether the product works: lint, Jest on pure code, on a real Postgres and on the
 * whole API, a short torture of it, and a real browser on the whole product. `npm test -- unit db` runs parts:
 * lint, unit, db, e2e, torture, browser.
 *
 * The database is a new embedded Postgres in a temporary folder, or TEST_DATABASE_URL, whose role must be allowed to
 * create databases. The browser is CHROMIUM_PATH, else an installed Chromium or Chrome, else Playwright's own.
 */
import { bootstrap } from './lib/bootstrap.mjs';

await bootstrap(() => import('./lib/test-main.mjs'));
