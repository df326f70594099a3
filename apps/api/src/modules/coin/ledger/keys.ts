import { createHash } from 'node:crypto';

/**
 * The key of an operation: SHA-256 of its scope and name, cut to a UUID. The scope keeps a key that a client chose from ever being one
 * that the platform makes (`reverse:…`, `payment:…`). The same function stands in SQL as `ledger_key_of`.
 */
export function ledgerKey(scope: string, name: string): string {
  const hex = createHash('sha256').update(`${scope}:${name}`, 'utf8').digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** A signed 64-bit hash of what was asked: the same key with another request is refused. */
export function requestHash(parts: readonly string[]): bigint {
  return createHash('sha256').update(JSON.stringify(parts), 'utf8').digest().readBigInt64BE(0);
}
