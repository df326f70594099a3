import { isQuiet, spentMicrocoins } from './spending';

const day = (messages: number, tips = 0, gifts = 0, refunds = 0) => ({
  day: '2026-11-21',
  messagesMicrocoins: messages,
  tipsMicrocoins: tips,
  giftsMicrocoins: gifts,
  refundsMicrocoins: refunds,
});

describe('spending', () => {
  it('is what left, less what came back', () => {
    expect(spentMicrocoins([day(10, 5, 3, 2), day(4)])).toBe(20);
  });

  it('is quiet only when nothing moved at all', () => {
    expect(isQuiet([day(0), day(0)])).toBe(true);
    expect(isQuiet([day(2, 0, 0, 2)])).toBe(false);
  });
});
