import type { Steps } from './in-turns.ts';

/**
 * Finds all of many keys in one pass over a text (Aho, Corasick 1975). Edges are in one open-addressed table of numbers: a book of 10,000
 * entries stays a few megabytes, and a character costs the same however many keys there are.
 */
export interface KeyAutomaton {
  /** Calls back for each key that ends at a place, with the index it was given by; the same key may be told many times. */
  scan(units: Uint16Array, found: (key: number, start: number, end: number) => void): void;
}

/** How many keys or nodes are looked at between two stops. */
const STEP = 512;

/** Of folded keys, none of them empty and no two the same. */
export function* buildKeyAutomaton(keys: readonly Uint16Array[]): Steps<KeyAutomaton> {
  const charsTotal = keys.reduce((total, key) => total + key.length, 0);
  const edges = new EdgeTable(charsTotal);
  const parent = new Int32Array(charsTotal + 1);
  const unitInto = new Uint16Array(charsTotal + 1);
  const depth = new Int32Array(charsTotal + 1);
  const keyAt = new Int32Array(charsTotal + 1).fill(-1);
  let nodes = 1;
  for (const [index, key] of keys.entries()) {
    if (index % STEP === 0) yield;
    let node = 0;
    for (const unit of key) {
      let next = edges.get(node, unit);
      if (next === 0) {
        next = nodes;
        nodes += 1;
        edges.set(node, unit, next);
        parent[next] = node;
        unitInto[next] = unit;
        depth[next] = (depth[node] ?? 0) + 1;
      }
      node = next;
    }
    keyAt[node] = index;
  }

  const fail = new Int32Array(nodes);
  /** The nearest node on the way of failures at which a key ends. */
  const output = new Int32Array(nodes);
  const step = (from: number, unit: number): number => {
    let node = from;
    for (;;) {
      const next = edges.get(node, unit);
      if (next !== 0 || node === 0) return next;
      node = fail[node] ?? 0;
    }
  };
  for (const [place, node] of byDepth(depth, nodes).entries()) {
    if (place % STEP === 0) yield;
    const above = parent[node] ?? 0;
    const link = above === 0 ? 0 : step(fail[above] ?? 0, unitInto[node] ?? 0);
    fail[node] = link;
    output[node] = (keyAt[link] ?? -1) >= 0 ? link : (output[link] ?? 0);
  }

  return {
    scan(units, found) {
      let node = 0;
      for (let place = 0; place < units.length; place += 1) {
        node = step(node, units[place] ?? 0);
        let at = (keyAt[node] ?? -1) >= 0 ? node : (output[node] ?? 0);
        for (; at !== 0; at = output[at] ?? 0) found(keyAt[at] ?? 0, place + 1 - (depth[at] ?? 0), place + 1);
      }
    },
  };
}

/** All nodes but the root, the shallow ones first: a failure always leads to a shallower node. */
function byDepth(depth: Int32Array, nodes: number): Int32Array {
  const deepest = depth.reduce((most, of) => Math.max(most, of), 0);
  /** Where the nodes of each depth begin, and then where its next one goes. */
  const next = new Int32Array(deepest + 2);
  for (let node = 1; node < nodes; node += 1) next[(depth[node] ?? 0) + 1] = (next[(depth[node] ?? 0) + 1] ?? 0) + 1;
  for (let level = 1; level < next.length; level += 1) next[level] = (next[level] ?? 0) + (next[level - 1] ?? 0);
  const sorted = new Int32Array(nodes - 1);
  for (let node = 1; node < nodes; node += 1) {
    const level = depth[node] ?? 0;
    sorted[next[level] ?? 0] = node;
    next[level] = (next[level] ?? 0) + 1;
  }
  return sorted;
}

/** From a node by a unit to a node; 0 is none, because no edge leads to the root. At most half full. */
class EdgeTable {
  private readonly shift: number;
  private readonly mask: number;
  private readonly from: Int32Array;
  private readonly unit: Uint16Array;
  private readonly to: Int32Array;

  constructor(edgesMax: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(edgesMax * 2 + 1)));
    this.shift = 32 - bits;
    this.mask = 2 ** bits - 1;
    this.from = new Int32Array(2 ** bits);
    this.unit = new Uint16Array(2 ** bits);
    this.to = new Int32Array(2 ** bits);
  }

  get(from: number, unit: number): number {
    return this.to[this.slotOf(from, unit)] ?? 0;
  }

  set(from: number, unit: number, to: number): void {
    const slot = this.slotOf(from, unit);
    this.from[slot] = from;
    this.unit[slot] = unit;
    this.to[slot] = to;
  }

  /** Where the edge is, or where it would go. */
  private slotOf(from: number, unit: number): number {
    const mixed = Math.imul(Math.imul(from, 0x9e_37_79_b1) ^ Math.imul(unit + 1, 0x85_eb_ca_6b), 0xc2_b2_ae_35);
    let slot = mixed >>> this.shift;
    while (this.to[slot] !== 0 && (this.from[slot] !== from || this.unit[slot] !== unit)) slot = (slot + 1) & this.mask;
    return slot;
  }
}
