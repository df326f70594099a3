import { LIMITS } from '@troupe/contracts/limits';
import { faultsIn } from './support/books.ts';
import { openHouse } from './support/boot.ts';
import { deliver, eventFor } from './support/payments.ts';

/** The welcome bonus, the pack and its bonus. */
const PAID = 140_000_000;

describe('webhooks of a payment provider', () => {
  it('are taken again when their credit was lost: none is seen as done before its credit is written', async () => {
    const house = await openHouse({ FAILPOINTS: 'webhook.after-credit=fail#1' });
    try {
      const [fan, pack] = [await house.register(), await house.world.addPack()];
      const { payment } = await fan.api.payment.sandboxCheckout({ packId: pack, currency: 'USD' });
      const event = eventFor(payment.id);
      const statuses = [];
      for (let time = 0; time < 3; time += 1) statuses.push((await deliver(house, event)).status);
      expect(statuses).toEqual([500, 200, 200]);
      expect((await fan.api.coin.balance(fan.userId)).balanceMicrocoins).toBe(PAID);
      expect(await faultsIn(house.world)).toEqual([]);
    } finally {
      await house.close();
    }
  });

  it('are turned away after many bad signatures from their address, and never when they are signed well', async () => {
    const house = await openHouse();
    try {
      const [fan, pack] = [await house.register(), await house.world.addPack()];
      const { payment } = await fan.api.payment.sandboxCheckout({ packId: pack, currency: 'USD' });
      const most = LIMITS.badSignaturesPerAddressPerMinuteMax;
      const statuses: number[] = [];
      for (let time = 0; time < most + 2; time += 1) {
        statuses.push((await deliver(house, eventFor(payment.id), 'nonsense')).status);
      }
      expect(statuses).toEqual([...Array(most).fill(400), 429, 429]);
      expect((await deliver(house, eventFor(payment.id))).status).toBe(200);
      expect((await fan.api.coin.balance(fan.userId)).balanceMicrocoins).toBe(PAID);
    } finally {
      await house.close();
    }
  });
});
