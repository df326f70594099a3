import { createHmac } from 'node:crypto';

/** Two bytes: 65,536 buckets. See docs/adr/0015 for what that tells and hides. */
export function bucketOf(indexKey: Buffer, term: string): number {
  return createHmac('sha256', indexKey).update(term).digest().readUInt16BE(0);
}

/** Postings by bucket: terms that fall into one are one. Sorted, so that nothing tells which word came first. */
export function bucketsOf(
  indexKey: Buffer,
  postings: Iterable<readonly [term: string, passages: readonly number[]]>,
): Map<number, number[]> {
  const buckets = new Map<number, Set<number>>();
  for (const [term, passages] of postings) {
    const bucket = bucketOf(indexKey, term);
    const numbers = buckets.get(bucket) ?? new Set();
    for (const number of passages) numbers.add(number);
    buckets.set(bucket, numbers);
  }
  const sorted = [...buckets].sort(([a], [b]) => a - b);
  return new Map(sorted.map(([bucket, numbers]) => [bucket, [...numbers].sort((a, b) => a - b)]));
}
