import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/** What was sealed was changed, belongs to another place, or the key is another one: which of them can't be told, and nothing of it is. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';

  constructor(place: string) {
    super(`the seal of ${place} is broken`);
  }
}

/**
 * AES-256-GCM with a nonce of its own: format (1 byte), nonce (12), tag (16), then the text. `place` says where it belongs (which row, which column) and
 * is authenticated with it, so that what was moved elsewhere doesn't open there. It is in error texts, so it must hold nothing secret.
 */
export function seal(key: Buffer, plain: Uint8Array, place: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Uint8Array.from(Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), sealed]));
}

/** Throws SealBroken. */
export function unseal(key: Buffer, sealed: Uint8Array, place: string): Buffer {
  if (sealed.length < HEAD_BYTES || sealed[0] !== FORMAT) throw new SealBroken(place);
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(1 + IV_BYTES, HEAD_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
  } catch {
    // Whatever the library says of it would be of no use to anybody honest.
    throw new SealBroken(place);
  }
}
