import type { Actor } from '@troupe/test-kit/actors';
import { faultsIn } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { codeOf, once } from '../support/movements.ts';
import { coins } from '../support/wallets.ts';

describe('limits of movements', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  it('are set, kept and taken away one by one, within bounds', async () => {
    const fan = await house.register();
    await fan.api.coin.setLimits({ dailyMicrocoins: coins(20), messageMicrocoins: coins(3) });
    await fan.api.coin.setLimits({ messageMicrocoins: null, lowBalanceMicrocoins: 0 });
    expect(await fan.api.coin.limits()).toEqual({
      dailyMicrocoins: coins(20),
      messageMicrocoins: null,
      lowBalanceMicrocoins: 0,
      spentTodayMicrocoins: 0,
    });
    for (const bad of [-1, 0.5, 1e15]) {
      expect(await codeOf(fan.api.coin.setLimits({ dailyMicrocoins: bad }))).toBe('validation_failed');
    }
  });

  it('are counted per user: too many in a minute are refused', async () => {
    const strict = await openHouse({ RATE_LIMIT_WRITES_PER_USER_PER_MINUTE: '3' });
    try {
      const [fan, other] = await Promise.all([strict.register(), strict.register()]);
      const swap = (actor: Actor) =>
        codeOf(actor.api.coin.swap({ from: 'earnings', amountMicrocoins: coins(1) }, once()));
      const outcomes = [await swap(fan), await swap(fan), await swap(fan), await swap(fan), await swap(other)];
      expect(outcomes).toEqual([
        ...Array.from({ length: 3 }, () => 'insufficient_earnings'),
        'rate_limited',
        'insufficient_earnings',
      ]);
    } finally {
      await strict.close();
    }
  });
});
