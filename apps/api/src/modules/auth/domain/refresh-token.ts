import { createHash, createHmac, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** An opaque refresh token and the hash under which it is stored: whoever reads the table can't use it. */
export function newRefreshToken(): { token: string; hash: Uint8Array<ArrayBuffer> } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { token, hash: hashRefreshToken(token) };
}

/**
 * The token that follows `token`, made from it with our secret: whoever renews with the same token gets the same next one, so a
 * session stays one line, and two who share it meet at the first token that both have used. Without the secret it can't be foreseen.
 */
export function successorOf(token: string, secret: string): string {
  return createHmac('sha256', secret).update('refresh-token-successor:').update(token).digest('base64url');
}

export function hashRefreshToken(token: string): Uint8Array<ArrayBuffer> {
  // Plain SHA-256: the token is random, so there is no dictionary to slow down.
  return new Uint8Array(createHash('sha256').update(token, 'utf8').digest());
}
