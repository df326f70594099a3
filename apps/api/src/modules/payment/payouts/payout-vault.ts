import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEnv } from '../../../platform/config/config.module.ts';
import type { Env } from '../../../platform/config/env.ts';
import { deriveKey } from '../../../platform/crypto/derive-key.ts';
import { payoutsUnavailable } from './payouts.errors.ts';

const FORMAT = Buffer.of(1);
const IV_BYTES = 12;
const HINT_CHARS = 4;

/** Keeps what may not be read: encrypts tax ids, and makes keyed hashes of what is only ever compared. */
@Injectable()
export class PayoutVault {
  private readonly keys: { seal: Buffer; hash: Buffer } | undefined;

  constructor(@InjectEnv() env: Env) {
    const master = env.ENCRYPTION_KEY;
    this.keys =
      master === undefined
        ? undefined
        : { seal: deriveKey(master, 'tax-ids'), hash: deriveKey(master, 'risk-signals') };
  }

  get isOpen(): boolean {
    return this.keys !== undefined;
  }

  /**
   * AES-256-GCM, bound to its owner: format (1 byte), nonce (12), tag (16), then the text. Nothing here reads it again: who files the taxes does that, with the key.
   * Throws `payouts_unavailable` without a key.
   */
  seal(ownerId: string, text: string): Uint8Array<ArrayBuffer> {
    if (this.keys === undefined) throw payoutsUnavailable();
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keys.seal, iv).setAAD(Buffer.from(ownerId));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Uint8Array.from(Buffer.concat([FORMAT, iv, cipher.getAuthTag(), sealed]));
  }

  /** The same for the same value of the same kind; undefined without a key. */
  hash(kind: string, value: string): Uint8Array<ArrayBuffer> | undefined {
    if (this.keys === undefined) return undefined;
    return Uint8Array.from(createHmac('sha256', this.keys.hash).update(`${kind}:${value}`, 'utf8').digest());
  }
}

/** The end of something secret, for people; of a short one less. */
export const hintOf = (text: string): string =>
  `•••• ${text.slice(-Math.min(HINT_CHARS, Math.floor(text.length / 2)))}`;
