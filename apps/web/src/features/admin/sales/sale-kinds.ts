import type { PackRequest, PromotionRequest } from '@troupe/contracts/http/admin-payments';
import type { SaleField } from './sale-draft';

export const PACK_FIELDS: readonly SaleField<PackRequest>[] = [
  { name: 'name', label: 'Name', kind: 'text', problem: 'What is it called? Up to 60 characters.' },
  { name: 'description', label: 'Description', kind: 'text', problem: 'Up to 200 characters.' },
  { name: 'coinsMicrocoins', label: 'Coins', kind: 'coins', problem: 'One coin or more.' },
  { name: 'bonusMicrocoins', label: 'Bonus coins', kind: 'coins', problem: 'A number of coins, or 0.' },
  { name: 'usdMinor', label: 'Price in USD', kind: 'money', problem: 'From 0.50 to 100,000, as 4.99.' },
  { name: 'inrMinor', label: 'Price in INR', kind: 'money', problem: 'From 1 to 10,000,000, as 399.' },
  {
    name: 'stripePriceId',
    label: 'Stripe price',
    kind: 'text',
    optional: true,
    hint: 'Only where Stripe’s own price is wanted.',
    problem: 'It begins with price_.',
  },
  {
    name: 'position',
    label: 'Position',
    kind: 'count',
    hint: 'The lowest stands first.',
    problem: 'From 0 to 1,000.',
  },
  { name: 'highlighted', label: 'Highlighted', kind: 'flag', problem: '' },
  { name: 'active', label: 'On sale', kind: 'flag', problem: '' },
];

export const NEW_PACK: PackRequest = {
  name: '',
  description: '',
  coinsMicrocoins: 100_000_000,
  bonusMicrocoins: 0,
  usdMinor: 99,
  inrMinor: 79_00,
  stripePriceId: null,
  highlighted: false,
  active: true,
  position: 10,
};

export const PROMOTION_FIELDS: readonly SaleField<PromotionRequest>[] = [
  { name: 'name', label: 'Name', kind: 'text', problem: 'What is it called? Up to 60 characters.' },
  {
    name: 'code',
    label: 'Code',
    kind: 'text',
    optional: true,
    hint: 'Without one it applies by itself, to first purchases.',
    problem: 'Three to 32 capital letters and digits.',
  },
  {
    name: 'bonusPercent',
    label: 'Bonus in percent',
    kind: 'count',
    hint: 'Of the coins that are bought.',
    problem: 'From 0 to 200.',
  },
  { name: 'bonusMicrocoins', label: 'Bonus coins', kind: 'coins', problem: 'A number of coins, or 0.' },
  { name: 'startsAt', label: 'From', kind: 'moment', problem: 'A day and a time.' },
  { name: 'endsAt', label: 'Until', kind: 'moment', optional: true, problem: 'A day and a time, or nothing.' },
  { name: 'usesMax', label: 'Uses in all', kind: 'count', optional: true, problem: 'One or more, or nothing.' },
  { name: 'usesPerUserMax', label: 'Uses of one person', kind: 'count', problem: 'From 1 to 1,000.' },
  { name: 'firstPurchase', label: 'Only for first purchases', kind: 'flag', problem: '' },
  { name: 'active', label: 'Active', kind: 'flag', problem: '' },
];

/** One that begins now. */
export const newPromotion = (nowMs: number): PromotionRequest => ({
  name: '',
  code: null,
  firstPurchase: false,
  bonusPercent: 20,
  bonusMicrocoins: 0,
  startsAt: new Date(nowMs).toISOString(),
  endsAt: null,
  usesMax: null,
  usesPerUserMax: 1,
  active: true,
});

/** What no field shows by itself. */
export function promotionProblems(request: PromotionRequest): Record<string, string> {
  return {
    ...(request.bonusPercent + request.bonusMicrocoins === 0 && { bonusPercent: 'A promotion adds something.' }),
    ...(request.code === null && !request.firstPurchase && { code: 'A code, or only for first purchases.' }),
  };
}
