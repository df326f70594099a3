import { createHash } from 'node:crypto';
import { faultOf, leafOf, pathOf, rootFrom, type SealProof } from './seal-proof.ts';

const leg = { leg: 1, kind: 1, debit: 32_001n, credit: 33n, amount: 5n, reverses: 0n, createdAtMs: 1n };
const leaves = (count: number) => Array.from({ length: count }, (_, index) => leafOf(BigInt(index + 1), [leg]));

function proofOf(count: number, index: number): SealProof {
  const all = leaves(count);
  const [leaf] = all.slice(index, index + 1);
  if (leaf === undefined) throw new Error('no such leaf');
  const path = pathOf(all, index);
  const root = rootFrom(leaf, path);
  const number = (value: bigint) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(value);
    return bytes;
  };
  const hash = createHash('sha256')
    .update(Buffer.concat([Buffer.from([2]), root, number(0n), number(BigInt(count)), number(BigInt(count))]))
    .digest('hex');
  const seal = {
    number: 1n,
    after: 0n,
    upto: BigInt(count),
    journals: count,
    root: root.toString('hex'),
    hash,
    previousHash: '',
  };
  return { journal: BigInt(index + 1), legs: [leg], path, seal };
}

describe('the proof of a receipt', () => {
  it.each([1, 2, 3, 5, 8, 13])('every journal of a seal over %i leads to the same root', (count) => {
    const proofs = Array.from({ length: count }, (_, index) => proofOf(count, index));
    expect(new Set(proofs.map((proof) => proof.seal.root)).size).toBe(1);
    for (const proof of proofs) expect(faultOf(proof)).toBeNull();
  });

  it('notices a changed transfer, another path, another range and another seal', () => {
    const proof = proofOf(5, 2);
    expect(faultOf({ ...proof, legs: [{ ...leg, amount: 6n }] })).toContain('not those that were sealed');
    expect(faultOf({ ...proof, path: proof.path.slice(1) })).toContain('not those that were sealed');
    expect(faultOf({ ...proof, journal: 9n })).toContain('range');
    expect(faultOf({ ...proof, legs: [] })).toContain('no transfers');
    expect(faultOf({ ...proof, seal: { ...proof.seal, previousHash: '00' } })).toContain('hash');
  });
});
