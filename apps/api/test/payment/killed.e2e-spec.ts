import { setTimeout as pause } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { until } from '@troupe/test-kit/until';
import { openWorld, type World } from '@troupe/test-kit/world';
import { faultsIn } from '../support/books.ts';
import { testEnv } from '../support/boot.ts';
import { seeded } from '../support/orders.ts';
import {
  BONUS,
  COINS,
  deliver,
  eventFor,
  type OpenPayment,
  openPayments,
  PRICE_MINOR,
  standsOf,
} from '../support/payments.ts';
import { startApiProcess } from '../support/process.ts';

/** `WEBHOOK_KILLS=50` kills that often, half of the times at failpoints and half at random moments. */
const KILLS = Number(process.env['WEBHOOK_KILLS'] ?? 8);
const FAILPOINTS = [
  'webhook.before-credit',
  'webhook.after-credit',
  'webhook.after-clawback',
  'webhook.after-commit',
] as const;
/** Payments whose webhooks are under way when the process is killed at a random moment. */
const AT_ONCE = 6;
const RANDOM_KILL_WITHIN_MS = 20;
const START_AND_KILL_MS = 15_000;
const SEED = 1121;

describe('when the process dies under a webhook', () => {
  let database: TestDatabase;
  let world: World;
  let packId: string;
  const random = seeded(SEED);

  beforeAll(async () => {
    database = await createTestDatabase();
    world = openWorld(database.url);
    packId = await world.addPack();
  });
  afterAll(async () => {
    await world.close();
    await database.drop();
  });

  const boot = (failpoints: string) =>
    startApiProcess(testEnv(database.url, 'http://127.0.0.1:9', { FAILPOINTS: failpoints }));
  const paid = (payment: OpenPayment) => eventFor(payment.id, { id: `paid_${payment.id}` });
  const refunded = (payment: OpenPayment) => {
    const refund = { ref: `r_${payment.id}`, amountMinor: PRICE_MINOR, status: 'succeeded' };
    return eventFor(payment.id, { id: `refunded_${payment.id}`, type: 'refund.updated', refund });
  };
  /** The answer's status; undefined when there was none. */
  const statusOf = (api: { origin: string }, event: object) =>
    deliver(api, event).then(
      (answer) => answer.status,
      () => undefined,
    );

  it(
    `${KILLS} times: after the provider has tried again, there is exactly one credit each`,
    async () => {
      const payments = await openPayments(world, packId, (KILLS / 2) * (1 + AT_ONCE));
      const [atFailpoints, atRandom] = [payments.slice(0, KILLS / 2), payments.slice(KILLS / 2)];
      const answered = { atFailpoints: 0, atRandom: 0 };
      const goesBack = new Set<string>();
      for (const [index, payment] of atFailpoints.entries()) {
        const point = FAILPOINTS[index % FAILPOINTS.length] ?? FAILPOINTS[0];
        const api = await boot(`${point}=kill`);
        if (point === 'webhook.after-clawback') {
          goesBack.add(payment.id);
          expect(await statusOf(api, paid(payment))).toBe(200);
        }
        const status = await statusOf(api, goesBack.has(payment.id) ? refunded(payment) : paid(payment));
        if (status !== undefined) answered.atFailpoints += 1;
        await api.kill('SIGKILL');
      }
      for (let round = 0; round < KILLS / 2; round += 1) {
        const api = await boot('');
        const crowd = atRandom.slice(round * AT_ONCE, (round + 1) * AT_ONCE);
        // Some have been answered when it dies, and the others are somewhere on their way.
        const enough = Math.floor(random() * AT_ONCE);
        let answers = 0;
        const statuses = Promise.all(
          crowd.map(async (payment) => {
            const status = await statusOf(api, paid(payment));
            answers += 1;
            return status;
          }),
        );
        await until('so many answers', () => answers >= enough);
        await pause(random() * RANDOM_KILL_WITHIN_MS);
        await api.kill('SIGKILL');
        answered.atRandom += (await statuses).filter((status) => status === 200).length;
      }
      expect(answered.atFailpoints).toBe(0);
      const credited = (
        await standsOf(
          world,
          payments.map((payment) => payment.id),
        )
      ).filter((stand) => stand.credits > 0).length;
      // Whatever was answered is there; what wasn't may be there or not.
      expect(credited).toBeGreaterThanOrEqual(answered.atRandom);
      const api = await boot('');
      try {
        for (const payment of payments) {
          const events = goesBack.has(payment.id) ? [refunded(payment), paid(payment)] : [paid(payment)];
          expect(await Promise.all([...events, ...events].map((event) => statusOf(api, event)))).toEqual(
            Array(events.length * 2).fill(200),
          );
        }
      } finally {
        await api.kill('SIGKILL');
      }
      const ends = await standsOf(
        world,
        payments.map((payment) => payment.id),
      );
      const whole = {
        status: 'succeeded',
        credits: 1,
        coins: COINS,
        bonus: BONUS,
        owed: 0,
        taken: 0,
        cash: PRICE_MINOR,
        liability: PRICE_MINOR,
      };
      const gone = { ...whole, coins: 0, bonus: 0, taken: PRICE_MINOR, cash: 0, liability: 0 };
      expect(ends).toEqual(payments.map((payment) => expect.objectContaining(goesBack.has(payment.id) ? gone : whole)));
      expect(await faultsIn(world)).toEqual([]);
      if (process.env['WEBHOOK_KILLS'] !== undefined) {
        process.stdout.write(
          `${KILLS} kills, ${payments.length} payments: credited before the retries ${credited}, answered ${answered.atRandom}\n`,
        );
      }
    },
    KILLS * START_AND_KILL_MS,
  );
});
