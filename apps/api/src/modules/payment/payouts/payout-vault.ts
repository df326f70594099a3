import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEnv } from '../../../platform/config/config.module.ts';
import type { Env } from '../../../platform/config/env.ts';
import { deriveKey, lastingKey } from '../../../platform/crypto/derive-key.ts';
import { seal } from '../../../platform/crypto/seal.ts';
import { payoutsUnavailable } from './payouts.errors.ts';

const HINT_CHARS = 4;

/** Keeps what may not be read: encrypts tax ids, and makes keyed hashes of what is only ever compared. */
@Injectable()
export class PayoutVault {
  private readonly keys: { seal: Buffer; hash: Buffer } | undefined;

  constructor(@InjectEnv() env: Env) {
    const master = lastingKey(env);
    this.keys =
      master === undefined
        ? undefined
        : { seal: deriveKey(master, 'tax-ids'), hash: deriveKey(master, 'risk-signals') };
  }

  get isOpen(): boolean {
    return this.keys !== undefined;
  }

  /**
   * Sealed (platform/crypto/seal.ts), bound to its owner. Nothing here reads it again: who files the taxes does that, with the key.
   * Throws `payouts_unavailable` without a key.
   */
  seal(ownerId: string, text: string): Uint8Array<ArrayBuffer> {
    if (this.keys === undefined) throw payoutsUnavailable();
    return seal(this.keys.seal, Buffer.from(text), ownerId);
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
