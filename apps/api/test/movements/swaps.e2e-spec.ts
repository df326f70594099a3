import { faultsIn } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { expectRefused, once, withOldCoins } from '../support/movements.ts';
import { bucketsOf, coins, giveMatured } from '../support/wallets.ts';

describe('a swap', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  it('turns matured earnings into coins and promotional ones into bonus, one to one, and no more than there are', async () => {
    const creator = await withOldCoins(house, 0);
    await giveMatured(house.world, creator.userId, coins(10), 'earnings');
    await giveMatured(house.world, creator.userId, coins(4), 'promotional');
    const swap = (from: 'earnings' | 'promotional', amountMicrocoins: number) => () =>
      creator.api.coin.swap({ from, amountMicrocoins }, once());
    await expectRefused(house, 'insufficient_earnings', [creator], swap('earnings', coins(10) + 1));
    await expectRefused(house, 'insufficient_earnings', [creator], swap('promotional', coins(5)));
    await expectRefused(house, 'amount_out_of_range', [creator], swap('earnings', 0));
    await expectRefused(house, 'amount_not_whole', [creator], swap('earnings', coins(1) + 0.5));
    expect(await swap('earnings', coins(6))()).toMatchObject({ kind: 'swap', coinsPartMicrocoins: coins(6) });
    expect(await swap('promotional', coins(4))()).toMatchObject({ bonusPartMicrocoins: coins(4) });
    expect(await creator.api.coin.swapAllowance()).toEqual({
      earningsMicrocoins: coins(4),
      promotionalMicrocoins: 0,
    });
    expect(await bucketsOf(house.world, creator.userId)).toEqual({
      coins: coins(6),
      bonus: coins(4),
      earnings: coins(4),
      promo: 0,
    });
    await house.world.query('UPDATE wallet SET suspended = true WHERE owner_id = $1', [creator.userId]);
    await expectRefused(house, 'spending_blocked', [creator], swap('earnings', coins(1)));
  });

  it('does not reach earnings that still mature', async () => {
    const [fan, creator] = await Promise.all([withOldCoins(house, 10), house.register()]);
    await house.world.query("INSERT INTO creator (user_id, handle, display_name) VALUES ($1, 'maturing', 'M')", [
      creator.userId,
    ]);
    await fan.api.coin.tip({ creatorHandle: 'maturing', amountMicrocoins: coins(10) }, once());
    await expectRefused(house, 'insufficient_earnings', [creator], () =>
      creator.api.coin.swap({ from: 'earnings', amountMicrocoins: coins(1) }, once()),
    );
  });
});
