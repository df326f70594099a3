import type { CreatorOverview } from '@troupe/contracts/http/analytics';
import type { Earning } from './earnings';
import { addEarning, payoutUsdCents } from './earnings';

const day = (name: string, payable = 0) => ({
  day: name,
  payableMicrocoins: payable,
  promotionalMicrocoins: 0,
  messages: payable === 0 ? 0 : 1,
});

const overview: CreatorOverview = {
  pendingMicrocoins: 2_800_000,
  availableMicrocoins: 0,
  promotionalMicrocoins: 0,
  today: day('2026-11-21', 1_400_000),
  days: [day('2026-11-20', 1_400_000), day('2026-11-21', 1_400_000)],
  recent: [],
  payoutRateUsdMicrosPerCoin: 8_000,
  holdingDays: 7,
};

const earning: Earning = {
  personaId: 'persona',
  kind: 'message',
  payableMicrocoins: 1_400_000,
  promotionalMicrocoins: 0,
  createdAt: '2026-11-21T10:00:00.000Z',
};

describe('an earning as it comes in', () => {
  it('raises today, its day, what is pending, and stands first in the list', () => {
    const after = addEarning(overview, earning, 'Osk Tarrow');
    expect(after.today).toMatchObject({ payableMicrocoins: 2_800_000, messages: 2 });
    expect(after.days.at(-1)).toEqual(after.today);
    expect(after.pendingMicrocoins).toBe(4_200_000);
    expect(after.recent[0]).toMatchObject({ title: 'Osk Tarrow', payableMicrocoins: 1_400_000 });
  });

  it('keeps promotional earnings apart from payable ones', () => {
    const promotional = { ...earning, payableMicrocoins: 0, promotionalMicrocoins: 1_400_000 };
    const after = addEarning(overview, promotional, '');
    expect(after.pendingMicrocoins).toBe(2_800_000);
    expect(after.promotionalMicrocoins).toBe(1_400_000);
  });

  it('takes a refund back', () => {
    const refund: Earning = { ...earning, kind: 'refund', payableMicrocoins: -1_400_000 };
    expect(addEarning(overview, refund, '').today).toMatchObject({ payableMicrocoins: 0, messages: 0 });
  });

  it('counts a tip as earned, but not as a message', () => {
    const tip: Earning = { ...earning, kind: 'tip', personaId: null };
    expect(addEarning(overview, tip, '').today).toMatchObject({ payableMicrocoins: 2_800_000, messages: 1 });
  });

  it('begins a new day after midnight', () => {
    const after = addEarning(overview, { ...earning, createdAt: '2026-11-22T00:00:01.000Z' }, '');
    expect(after.today).toMatchObject({ day: '2026-11-22', payableMicrocoins: 1_400_000, messages: 1 });
    expect(after.days).toHaveLength(3);
  });

  it('is worth what the payout rate says, never rounded up', () => {
    expect(payoutUsdCents(1_400_000, 8_000)).toBe(1);
    expect(payoutUsdCents(100_000_000, 8_000)).toBe(80);
    expect(payoutUsdCents(2_500_000_000, 8_000)).toBe(2_000);
  });
});
