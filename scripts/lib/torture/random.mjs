import { createHash } from 'node:crypto';

/**
 * A random generator that can be replayed by its seed. Each part of a run draws from a fork of its own, so that the
 * timing of one part does not change what another one chooses.
 */
export function createRandom(seed) {
  let state = createHash('sha256').update(String(seed)).digest().readUInt32LE(0);
  // Mulberry32: 32 bits of state are plenty for choices.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min, max) => min + Math.floor(next() * (max - min + 1));
  return {
    /** A whole number from `min` to `max`, both included. */
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)],
    /** One of `[weight, value]` pairs. */
    weighted(pairs) {
      let left = next() * pairs.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of pairs) {
        left -= weight;
        if (left < 0) return value;
      }
      return pairs.at(-1)[1];
    },
    shuffled(list) {
      const left = [...list];
      return list.map(() => left.splice(int(0, left.length - 1), 1)[0]);
    },
    fork: (name) => createRandom(`${seed}/${name}`),
  };
}
