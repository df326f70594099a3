/** Numbers from 0 up to 1 that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Another order of the same things. */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [first, ...rest]),
  );
}

const ALL_OF_AT_MOST = 6;

/** All orders of up to six things, else so many by the seed; at most `most` of either, spread by the seed. */
export function ordersOf<Item>(items: readonly Item[], most: number, seed: number): Item[][] {
  const random = seeded(seed);
  if (items.length > ALL_OF_AT_MOST) return Array.from({ length: most }, () => shuffled(items, random));
  const all = permutations(items);
  return all.length <= most ? all : shuffled(all, random).slice(0, most);
}
