import { hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/** A key for one purpose, made of the installation's ENCRYPTION_KEY (RFC 5869), so that no two purposes share one. 32 bytes. */
export const deriveKey = (masterKey: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(masterKey, 'base64'), '', `troupe:${purpose}`, KEY_BYTES));

/**
 * The master key of what can't be made anew with another one, because only hashes of it are kept or because nothing here reads it again: the first that this
 * install had, which is the last of ENCRYPTION_KEYS_OLD. Undefined without any.
 */
export const lastingKey = (env: {
  ENCRYPTION_KEY?: string | undefined;
  ENCRYPTION_KEYS_OLD: readonly string[];
}): string | undefined =>
  env.ENCRYPTION_KEY === undefined ? undefined : (env.ENCRYPTION_KEYS_OLD.at(-1) ?? env.ENCRYPTION_KEY);
