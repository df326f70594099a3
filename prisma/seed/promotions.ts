import { seedId } from './ids.ts';

/** What purchases get on top at first; admins change it later, and a second seeding leaves it as it is. */
export const SEED_PROMOTIONS = [
  { id: seedId('promotion:first'), name: 'First purchase', code: null, firstPurchase: true, bonusPercent: 20 },
  { id: seedId('promotion:encore'), name: 'Encore', code: 'ENCORE', firstPurchase: false, bonusPercent: 10 },
] as const;
