import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../../../packages/test-kit/src/until.ts';
import { audit } from './audit/audit.mjs';
import { createBuyer } from './buyer.mjs';
import { gather } from './cast.mjs';
import { createChaos } from './chaos.mjs';
import { createFigures } from './figures.mjs';
import { openHouse } from './house.mjs';
import { createLoad } from './load.mjs';
import { createRandom } from './random.mjs';

const CALM_LIMIT_MS = 60_000;

/** The form for a long look, and the one for every `npm test`. */
export const LONG = { rounds: 20, roundMs: 10_000, deedsPerRound: 2, fanCount: 90, sendsPerSecond: 100, haste: 1 };
export const SHORT = { rounds: 3, roundMs: 4_000, deedsPerRound: 1, fanCount: 24, sendsPerSecond: 60, haste: 4 };

/**
 * Real load on two API processes and a durable Postgres while they are killed, frozen and restarted; then calm, and an
 * account of every coin. The API must be built.
 * @param options.folder where the database and logs go; the caller deletes it.
 * @param options.rounds how many rounds of `roundMs`, with `deedsPerRound` acts of violence in each.
 * @param options.haste how much sooner failpoints kill than after some ten seconds.
 * @param options.tell hears a line about each round.
 * @returns `{ seed, rounds, seconds, counts, checks }`
 */
export async function torture(options) {
  const { folder, seed, rounds, roundMs, deedsPerRound, fanCount, sendsPerSecond, haste, signal, tell } = options;
  const startedAt = performance.now();
  const random = createRandom(seed);
  const figures = createFigures();
  const house = await openHouse({ folder, haste, random, figures });
  let fans = [];
  let load;
  try {
    const cast = await gather({ house, fanCount, random, figures });
    fans = cast.fans;
    const buyer = createBuyer({ house, packs: cast.packs, random: random.fork('buyer'), figures });
    const purchasesPerSecond = sendsPerSecond / 25;
    load = createLoad({ fans, buyer, random: random.fork('load'), figures, sendsPerSecond, purchasesPerSecond });
    const chaos = createChaos({ house, random: random.fork('chaos'), figures });
    tell(`${fans.length} fans, ${house.origins.length} API processes; ready after ${secondsSince(startedAt)} s`);
    for (const fan of fans) fan.open();
    load.start();
    for (let round = 1; round <= rounds; round += 1) {
      signal?.throwIfAborted();
      const before = figures.get('acknowledged');
      const [deeds] = await Promise.all([
        chaos.strike(deedsPerRound, roundMs, signal),
        delay(roundMs, undefined, { signal }),
      ]);
      tell(`round ${round}: ${deeds.join('; ')} (${figures.get('acknowledged') - before} acknowledged)`);
    }
    load.stop();
    const unrest = await comeToRest({ house, load, signal });
    tell(`at rest after ${secondsSince(startedAt)} s; auditing`);
    // An answer that comes while the tables are read would belong to neither account.
    for (const fan of fans) fan.close();
    const checks = await audit({ house, fans, purchases: buyer.purchases, packs: cast.packs, figures, unrest });
    return { seed, rounds, seconds: secondsSince(startedAt), counts: figures.all(), checks };
  } finally {
    load?.stop();
    for (const fan of fans) fan.close();
    await house.close();
  }
}

/** Lets everything that is under way come to its end. @returns what did not within the limit. */
async function comeToRest({ house, load, signal }) {
  const deadline = Date.now() + CALM_LIMIT_MS;
  const reach = async (what, probe) => {
    signal?.throwIfAborted();
    return until(what, probe, Math.max(0, deadline - Date.now())).then(
      () => [],
      (error) => [{ subject: what, detail: error.message }],
    );
  };
  const calm = await reach('the armed processes to be replaced', () => house.disarm().then(() => true));
  const clients = await reach('every client to have its answer', () => load.busyClients === 0);
  load.giveUp();
  const replies = await reach('every reply to have ended', () =>
    house.postgres.query('SELECT count(*)::int AS open FROM generation').then(([{ open }]) => open === 0),
  );
  const ready = await reach('every API process to be ready', () => house.isReady());
  return [...calm, ...clients, ...replies, ...ready];
}

const secondsSince = (startedAt) => Math.round((performance.now() - startedAt) / 100) / 10;
