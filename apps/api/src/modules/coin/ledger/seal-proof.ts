import { createHash } from 'node:crypto';

/** One transfer of a sealed journal; amounts in microcoins or minor units of fiat. */
export interface SealedLeg {
  leg: number;
  kind: number;
  debit: bigint;
  credit: bigint;
  amount: bigint;
  /** The journal that is taken back, or 0. */
  reverses: bigint;
  /** Milliseconds since 1970. */
  createdAtMs: bigint;
}

/** A neighbour on the way from a leaf to the root, and on which side it stands. */
export interface ProofStep {
  side: 'left' | 'right';
  hash: string;
}

export interface Seal {
  number: bigint;
  after: bigint;
  upto: bigint;
  journals: number;
  root: string;
  hash: string;
  /** Hash of the seal before, empty for the first. */
  previousHash: string;
}

export interface SealProof {
  journal: bigint;
  legs: readonly SealedLeg[];
  path: readonly ProofStep[];
  seal: Seal;
}

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
const SEAL = Buffer.from([2]);

/** The same bytes as `ledger_leaf` and `ledger_leaves` in SQL: numbers big-endian, legs in order. */
export function leafOf(journal: bigint, legs: readonly SealedLeg[]): Buffer {
  const parts = [...legs]
    .sort((a, b) => a.leg - b.leg)
    .map((leg) =>
      Buffer.concat([
        int2(leg.leg),
        int2(leg.kind),
        int8(leg.debit),
        int8(leg.credit),
        int8(leg.amount),
        int8(leg.reverses),
        int8(leg.createdAtMs),
      ]),
    );
  return sha256(LEAF, int8(journal), ...parts);
}

/** From a leaf to the root of its tree (RFC 6962: an odd node moves up as it is, so it has no step). */
export function pathOf(leaves: readonly Buffer[], index: number): ProofStep[] {
  const path: ProofStep[] = [];
  let level = [...leaves];
  let at = index;
  while (level.length > 1) {
    const neighbour = level[at ^ 1];
    if (neighbour !== undefined) path.push({ side: at % 2 === 0 ? 'right' : 'left', hash: neighbour.toString('hex') });
    level = pairs(level);
    at = Math.floor(at / 2);
  }
  return path;
}

export function rootFrom(leaf: Buffer, path: readonly ProofStep[]): Buffer {
  return path.reduce((node, step) => {
    const neighbour = Buffer.from(step.hash, 'hex');
    return step.side === 'left' ? sha256(NODE, neighbour, node) : sha256(NODE, node, neighbour);
  }, leaf);
}

/** What is wrong with a proof, or null: its transfers are in the seal, and the seal is what its hash says. */
export function faultOf({ journal, legs, path, seal }: SealProof): string | null {
  if (legs.length === 0) return 'it has no transfers';
  if (journal <= seal.after || journal > seal.upto) return 'the journal is not in the range of its seal';
  if (rootFrom(leafOf(journal, legs), path).toString('hex') !== seal.root)
    return 'the transfers are not those that were sealed';
  const { previousHash, root, after, upto, journals } = seal;
  const hash = sha256(
    SEAL,
    Buffer.from(previousHash, 'hex'),
    Buffer.from(root, 'hex'),
    int8(after),
    int8(upto),
    int8(BigInt(journals)),
  );
  return hash.toString('hex') === seal.hash ? null : 'the seal’s hash is not that of its contents';
}

function pairs(level: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const [left, right] = [level[index], level[index + 1]];
    if (left !== undefined) above.push(right === undefined ? left : sha256(NODE, left, right));
  }
  return above;
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function int2(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int8(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}
