import { createHmac } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';

/** Some five milliseconds of hashing; then others have their turn. */
const TERMS_AT_ONCE = 2_000;

/** Two bytes: 65,536 buckets. See docs/adr/0015 for what that tells and hides. */
export function bucketOf(indexKey: Buffer, term: string): number {
  return createHmac('sha256', indexKey).update(term).digest().readUInt16BE(0);
}

/** Postings by bucket: terms that fall into one are one. Sorted, so that nothing tells which word came first. A long file has very many terms, so this takes turns. */
export async function bucketsOf(
  indexKey: Buffer,
  postings: Iterable<readonly [term: string, passages: readonly number[]]>,
): Promise<Map<number, number[]>> {
  const buckets = new Map<number, Set<number>>();
  let done = 0;
  for (const [term, passages] of postings) {
    done += 1;
    if (done % TERMS_AT_ONCE === 0) await breathe();
    const bucket = bucketOf(indexKey, term);
    const numbers = buckets.get(bucket) ?? new Set();
    for (const number of passages) numbers.add(number);
    buckets.set(bucket, numbers);
  }
  const sorted = [...buckets].sort(([a], [b]) => a - b);
  return new Map(sorted.map(([bucket, numbers]) => [bucket, [...numbers].sort((a, b) => a - b)]));
}
