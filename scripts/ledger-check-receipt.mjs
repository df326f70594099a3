/**
 * `npm run ledger:check-receipt -- proof.json [--seal HASH]`: checks the proof of a receipt, as GET /coin/receipt/journal/:journalId/proof
 * gives it, without asking the platform. With --seal also that its seal is the one whose hash you noted elsewhere.
 */
import { bootstrap } from './lib/bootstrap.mjs';

await bootstrap(() => import('./lib/ledger-check-receipt-main.mjs'));
