import { seedId } from './ids.ts';

/** The packs that are sold at first; an admin changes them later, and a second seeding leaves them as they are. */
export const SEED_PACKS = [
  {
    id: seedId('pack:starter'),
    name: 'Starter',
    description: 'Fifty messages at the usual price.',
    coinsMicrocoins: 100_000_000n,
    bonusMicrocoins: 0n,
    usdMinor: 99,
    inrMinor: 7_900,
    highlighted: false,
    position: 1,
  },
  {
    id: seedId('pack:popular'),
    name: 'Popular',
    description: 'Enough for a long story, with 50 coins on the house.',
    coinsMicrocoins: 500_000_000n,
    bonusMicrocoins: 50_000_000n,
    usdMinor: 499,
    inrMinor: 39_900,
    highlighted: true,
    position: 2,
  },
  {
    id: seedId('pack:best-value'),
    name: 'Best Value',
    description: 'The lowest price per coin, with 200 coins on the house.',
    coinsMicrocoins: 1_000_000_000n,
    bonusMicrocoins: 200_000_000n,
    usdMinor: 899,
    inrMinor: 69_900,
    highlighted: false,
    position: 3,
  },
] as const;
