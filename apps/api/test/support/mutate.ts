type Random = () => number;

const pick = <Item>(items: readonly Item[], random: Random): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

const deep = (depth: number, leaf: unknown): unknown => {
  let nested = leaf;
  for (let level = 0; level < depth; level += 1) nested = level % 2 === 0 ? [nested] : { nested };
  return nested;
};

/** Values that parsers, sums and databases trip over. */
const NASTY: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    '',
    ' ',
    0,
    -1,
    1,
    0.5,
    -0,
    1e308,
    -1e308,
    2 ** 31,
    2 ** 31 - 1,
    2 ** 32,
    2 ** 53,
    2 ** 63,
    1e21,
  ],
  ...[
    'NaN',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e',
    '😀'.repeat(90),
    'x'.repeat(20_000),
    '../../etc/passwd',
    "'; DROP TABLE payment; --",
  ],
  ...[
    '1e9',
    '0x10',
    '١٢٣',
    'true',
    'null',
    '__proto__',
    'constructor',
    '00000000-0000-0000-0000-000000000000',
    'pi_x',
    'order_x',
    'pay_x',
  ],
  ...[[], {}, [[]], [null], { id: null }, { length: -1 }, deep(60, 'leaf'), deep(2_000, 1)],
];

/** The same JSON with some leaves or branches of it replaced, taken out, doubled or renamed. */
export function mutated(value: unknown, random: Random): unknown {
  const copy: unknown = structuredClone(value);
  const changes = 1 + Math.floor(random() * 3);
  for (let change = 0; change < changes; change += 1) mutateOnce(copy, random);
  return random() < 0.01 ? pick(NASTY, random) : copy;
}

function mutateOnce(root: unknown, random: Random): void {
  let place = root;
  for (;;) {
    if (typeof place !== 'object' || place === null) return;
    const holder = place as Record<string, unknown>;
    const keys = Object.keys(holder);
    if (keys.length === 0) return;
    const key = pick(keys, random);
    const inner = holder[key];
    if (typeof inner === 'object' && inner !== null && random() < 0.75) {
      place = inner;
      continue;
    }
    const kind = random();
    if (kind < 0.7) holder[key] = pick(NASTY, random);
    else if (kind < 0.85) delete holder[key];
    else if (kind < 0.95) holder[`${key}${pick(['', '_', '\u0000', '[]'], random)}`] = [inner, inner];
    else holder[pick(keys, random)] = inner;
    return;
  }
}

/** Other bytes: some turned, cut off, doubled or put in. */
export function scrambled(bytes: Buffer, random: Random): Buffer {
  const at = Math.floor(random() * bytes.length);
  switch (Math.floor(random() * 4)) {
    case 0:
      return bytes.subarray(0, at);
    case 1: {
      const turned = Buffer.from(bytes);
      turned[at] = (turned[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      return turned;
    }
    case 2:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([Math.floor(random() * 256)]), bytes.subarray(at)]);
    default:
      return Buffer.concat([bytes, bytes.subarray(at)]);
  }
}

/** Amounts that nobody agreed on: whatever else is told of it, such a payment is not this one. */
export function withOtherAmounts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOtherAmounts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key.startsWith('amount') && typeof inner === 'number' ? inner + 1 : withOtherAmounts(inner),
    ]),
  );
}
