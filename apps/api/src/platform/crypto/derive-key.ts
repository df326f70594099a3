import { hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/** A key for one purpose, made of the installation's ENCRYPTION_KEY (RFC 5869), so that no two purposes share one. 32 bytes. */
export const deriveKey = (masterKey: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(masterKey, 'base64'), '', `troupe:${purpose}`, KEY_BYTES));
