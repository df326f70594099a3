import { randomBytes } from 'node:crypto';
import { deriveKey } from './derive-key.ts';
import { seal, unseal } from './seal.ts';

const KEY_BYTES = 32;
const ID_BYTES = 8;

/** A key that encrypts data, itself encrypted by a master key. */
export interface WrappedKey {
  /** Which master key. It says nothing of the key itself. */
  keyId: string;
  wrappedKey: Uint8Array<ArrayBuffer>;
}

/** This install has no master key with the id that something was wrapped with. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';

  constructor(keyId: string) {
    super(`no key with the id ${keyId} is set: ENCRYPTION_KEY and ENCRYPTION_KEYS_OLD`);
  }
}

/**
 * The master keys: today's, which wraps, and those before it, which still unwrap. Data is encrypted with keys of its own, so that a new master key
 * means to wrap those anew and not to touch the data.
 */
export class KeyRing {
  /** Of the key that wraps. */
  readonly currentId: string;
  readonly #keys: ReadonlyMap<string, Buffer>;

  private constructor(current: string, old: readonly string[]) {
    this.currentId = keyIdOf(current);
    this.#keys = new Map([...old, current].map((master) => [keyIdOf(master), deriveKey(master, 'data-keys')]));
  }

  /** Undefined without a master key. */
  static of(env: { ENCRYPTION_KEY?: string | undefined; ENCRYPTION_KEYS_OLD: readonly string[] }): KeyRing | undefined {
    return env.ENCRYPTION_KEY === undefined ? undefined : new KeyRing(env.ENCRYPTION_KEY, env.ENCRYPTION_KEYS_OLD);
  }

  /** A new key for data that belongs to `place`. */
  newKey(place: string): WrappedKey & { key: Buffer } {
    const key = randomBytes(KEY_BYTES);
    return { key, ...this.wrap(key, place) };
  }

  wrap(key: Buffer, place: string): WrappedKey {
    return { keyId: this.currentId, wrappedKey: seal(this.#master(this.currentId), key, place) };
  }

  /** Throws KeyMissing, and SealBroken when it was changed or belongs elsewhere. */
  unwrap({ keyId, wrappedKey }: { keyId: string; wrappedKey: Uint8Array }, place: string): Buffer {
    return unseal(this.#master(keyId), wrappedKey, place);
  }

  #master(keyId: string): Buffer {
    const key = this.#keys.get(keyId);
    if (key === undefined) throw new KeyMissing(keyId);
    return key;
  }
}

const keyIdOf = (master: string): string => deriveKey(master, 'key-id').subarray(0, ID_BYTES).toString('hex');
