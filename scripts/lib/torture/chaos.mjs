import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../../../packages/test-kit/src/until.ts';
import { LEASE_MS } from './house.mjs';

const DEED_LIMIT_MS = 10_000;

/** What is done to the house, besides what its failpoints do. Each is counted under its name when it happened. */
const DEEDS = {
  'SIGKILL of one API process': ({ house, random }) => random.pick(house.places).end('SIGKILL', 'SIGKILL'),
  'SIGKILL of both API processes': ({ house }) =>
    house.places.map((place) => place.end('SIGKILL', 'SIGKILL')).includes(true),
  'SIGTERM of one API process': ({ house, random }) => random.pick(house.places).end('SIGTERM', 'SIGTERM'),
  'SIGSTOP past the lease, then SIGCONT': ({ house, random }) =>
    random.pick(house.places).freeze(LEASE_MS + random.int(300, 1_500)),
  'immediate restart of Postgres': ({ house, random }) => house.postgres.restart(random.int(0, 800)),
  'SIGKILL of a Postgres backend': ({ house, random }) => house.postgres.killBackend(random),
  'all Postgres connections dropped': ({ house }) => house.postgres.dropConnections(),
};

/** The kinds that a short run must not leave to chance, first. */
const FIRST = ['SIGKILL of one API process', 'immediate restart of Postgres', 'SIGSTOP past the lease, then SIGCONT'];

/** Every deed has its turn before any comes again; the order is drawn. */
export function createChaos({ house, random, figures }) {
  let left = [
    ...random.shuffled(Object.keys(DEEDS).filter((name) => !FIRST.includes(name))),
    ...random.shuffled(FIRST),
  ];
  const nextName = () => {
    if (left.length === 0) left = random.shuffled(Object.keys(DEEDS));
    return left.pop();
  };
  return {
    /** Does `count` deeds at moments of the next `withinMs`; resolves with their names when the last has run its course. */
    async strike(count, withinMs, signal) {
      const names = Array.from({ length: count }, nextName);
      for (const name of names) {
        await delay(random.int(0, Math.floor(withinMs / count)), undefined, { signal });
        // What has just died by itself can't be killed: the next one can.
        await until(name, async () => (await DEEDS[name]({ house, random })) !== false, DEED_LIMIT_MS);
        figures.count(`chaos: ${name}`);
      }
      return names;
    },
  };
}
