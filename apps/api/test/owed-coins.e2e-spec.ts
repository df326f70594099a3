import { faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { codeOf, once } from './support/movements.ts';
import { coins } from './support/wallets.ts';

/** What a newcomer has, and what the pack of these tests adds: 100 bought and 10 bonus. */
const WELCOME_COINS = 30;
const PACK_COINS = 110;

describe('coins that are owed', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  it('are told with the balance while they block the wallet, and the next purchases settle them first', async () => {
    const fan = await house.register();
    const packId = await house.world.addPack();
    const { personaId } = await house.world.addCast();
    const buy = async () => {
      const { payment } = await fan.api.payment.sandboxCheckout({ packId, currency: 'USD' });
      await fan.api.payment.sandboxConfirm({ paymentId: payment.id, outcome: 'succeeded' });
      return payment.id;
    };
    const balance = () => fan.api.coin.balance(fan.userId);

    const paymentId = await buy();
    const tip = { personaId, amountMicrocoins: coins(WELCOME_COINS + PACK_COINS - 5) };
    await fan.api.coin.tip(tip, once());
    expect(await balance()).toMatchObject({ balanceMicrocoins: coins(5), owedMicrocoins: 0, blocked: false });

    const socket = await fan.openSocket();
    await fan.api.payment.sandboxConfirm({ paymentId, outcome: 'refunded' });
    const owing = { balanceMicrocoins: 0, owedMicrocoins: coins(PACK_COINS - 5), blocked: true };
    expect(await balance()).toMatchObject(owing);
    expect(socket.eventsOf('balance').at(-1)).toMatchObject(owing);
    expect(await codeOf(fan.api.coin.tip({ personaId, amountMicrocoins: coins(1) }, once()))).toBe('spending_blocked');

    await buy();
    expect(await balance()).toMatchObject({ balanceMicrocoins: coins(10), owedMicrocoins: coins(5), blocked: true });
    await buy();
    expect(await balance()).toMatchObject({ balanceMicrocoins: coins(115), owedMicrocoins: 0, blocked: false });
  });
});
