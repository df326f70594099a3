import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { signWebhook } from '../../../apps/api/src/modules/payment/providers/sandbox/webhook-signature.ts';
import { SANDBOX_SECRET } from './house.mjs';

const DELIVERY_TIMEOUT_MS = 4_000;
const REDELIVERY_PAUSE_MS = [100, 400];

/**
 * Buys coins in the sandbox for fans, and plays the provider: its webhooks come again until they are taken, come twice,
 * come to both processes at once, and come as two events about one payment.
 */
export function createBuyer({ house, packs, random, figures }) {
  const purchases = [];

  /** Resolves when the provider's last event was taken; as long as it takes. */
  async function buy(fan, { signal }) {
    const payment = await checkOut(fan);
    if (payment === undefined) return;
    const isCancelled = random.chance(0.08);
    const purchase = { fan, payment, isCancelled, isAcknowledged: false };
    purchases.push(purchase);
    figures.count(isCancelled ? 'purchases cancelled' : 'purchases paid');
    if (isCancelled) return deliverUntilTaken(purchase, eventOf(payment, 'payment.cancelled'), signal);
    if (random.chance(0.3)) return confirmUntilTaken(purchase, signal);
    const events = [eventOf(payment, 'payment.succeeded')];
    // Some providers announce one payment twice, under two names.
    if (random.chance(0.3)) events.push(eventOf(payment, 'payment.succeeded'));
    await Promise.all(events.map((event) => deliverUntilTaken(purchase, event, signal)));
  }

  async function checkOut(fan) {
    try {
      return (await random.pick(fan.clients).payment.sandboxCheckout({ packId: packs.small, currency: 'USD' })).payment;
    } catch (error) {
      // Nothing was paid: the fan will try again another time.
      figures.count(`checkouts lost: ${error.code}`);
      return undefined;
    }
  }

  async function confirmUntilTaken(purchase, signal) {
    const request = { paymentId: purchase.payment.id, outcome: 'succeeded' };
    while (!purchase.isAcknowledged && !signal.aborted) {
      const { payment } = await random
        .pick(purchase.fan.clients)
        .payment.sandboxConfirm(request)
        .catch((error) => {
          figures.count(`confirmations lost: ${error.code}`);
          return {};
        });
      purchase.isAcknowledged = payment?.status === 'succeeded';
      if (!purchase.isAcknowledged) await delay(random.int(...REDELIVERY_PAUSE_MS));
    }
  }

  async function deliverUntilTaken(purchase, event, signal) {
    for (let copies = random.chance(0.3) ? 2 : 1; !signal.aborted; copies = 1) {
      const origins = random.shuffled(house.origins).slice(0, copies);
      const taken = await Promise.all(origins.map((origin) => deliver(origin, event)));
      if (taken.includes(true)) break;
      await delay(random.int(...REDELIVERY_PAUSE_MS));
    }
    if (signal.aborted) return;
    purchase.isAcknowledged = true;
    // The provider lost our answer, and sends what was taken once more.
    if (random.chance(0.3)) await deliver(random.pick(house.origins), event);
  }

  async function deliver(origin, event) {
    const body = Buffer.from(JSON.stringify(event));
    const headers = {
      'content-type': 'application/json',
      'x-sandbox-signature': signWebhook(SANDBOX_SECRET, body, new Date()),
    };
    figures.count('webhooks sent');
    try {
      const signal = AbortSignal.timeout(DELIVERY_TIMEOUT_MS);
      const answer = await fetch(`${origin}/payment/sandbox/webhook`, { method: 'POST', headers, body, signal });
      await answer.arrayBuffer();
      figures.count(`webhooks answered: ${answer.status}`);
      return answer.status === 200;
    } catch (error) {
      figures.count(`webhooks lost: ${error.cause?.code ?? error.name}`);
      return false;
    }
  }

  return { purchases, buy };
}

function eventOf(payment, type) {
  const { currency, amountMinor } = payment.price;
  return { id: `evt_${randomUUID()}`, type, paymentId: payment.id, currency, amountMinor };
}
