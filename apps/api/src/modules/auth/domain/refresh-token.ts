import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** An opaque refresh token and the hash under which it is stored: whoever reads the table can't use it. */
export function newRefreshToken(): { token: string; hash: Uint8Array<ArrayBuffer> } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { token, hash: hashRefreshToken(token) };
}

export function hashRefreshToken(token: string): Uint8Array<ArrayBuffer> {
  // Plain SHA-256: the token is random, so there is no dictionary to slow down.
  return new Uint8Array(createHash('sha256').update(token, 'utf8').digest());
}
