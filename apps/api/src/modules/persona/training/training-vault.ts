import { Injectable } from '@nestjs/common';
import { type TrainingFileKind, trainingFileKind } from '@troupe/contracts/http/training';
import { z } from 'zod';
import { InjectEnv } from '../../../platform/config/config.module.ts';
import type { Env } from '../../../platform/config/env.ts';
import { KeyRing, type WrappedKey } from '../../../platform/crypto/key-ring.ts';
import { seal, unseal } from '../../../platform/crypto/seal.ts';
import { trainingUnavailable } from './training.errors.ts';
import { places } from './training.places.ts';

const about = z.object({ name: z.string(), kind: z.enum(trainingFileKind.options).nullable() });

/** What only the creator may know of a file beside its text. */
export interface AboutFile {
  name: string;
  kind: TrainingFileKind | null;
}

/** A file whose key is unwrapped. */
export interface OpenFile {
  id: string;
  key: Buffer;
}

export interface KeptFile {
  id: string;
  personaId: string;
  keyId: string;
  wrappedKey: Uint8Array;
}

/** A passage's length tells little when all have one of a few. */
const PADDED_TO_BYTES = 256;
const PAD_MARK = 0x80;

/**
 * Seals what is kept of training data and opens it again. Everything that opens throws `training_unavailable` without a key, and SealBroken or KeyMissing
 * for what doesn't open.
 */
@Injectable()
export class TrainingVault {
  private readonly ring: KeyRing | undefined;

  constructor(@InjectEnv() env: Env) {
    this.ring = KeyRing.of(env);
  }

  get isOpen(): boolean {
    return this.ring !== undefined;
  }

  /** Throws `training_unavailable`. */
  requireOpen(): KeyRing {
    if (this.ring === undefined) throw trainingUnavailable();
    return this.ring;
  }

  newFile(id: string, personaId: string): OpenFile & WrappedKey {
    return { id, ...this.requireOpen().newKey(places.fileKey(id, personaId)) };
  }

  open(file: KeptFile): OpenFile {
    return { id: file.id, key: this.requireOpen().unwrap(file, places.fileKey(file.id, file.personaId)) };
  }

  newIndexKey(personaId: string): WrappedKey {
    const { keyId, wrappedKey } = this.requireOpen().newKey(places.indexKey(personaId));
    return { keyId, wrappedKey };
  }

  openIndexKey(personaId: string, wrapped: { keyId: string; wrappedKey: Uint8Array }): Buffer {
    return this.requireOpen().unwrap(wrapped, places.indexKey(personaId));
  }

  sealAbout({ id, key }: OpenFile, what: AboutFile): Uint8Array<ArrayBuffer> {
    return seal(key, padded(Buffer.from(JSON.stringify(what))), places.about(id));
  }

  openAbout({ id, key }: OpenFile, sealed: Uint8Array): AboutFile {
    return about.parse(JSON.parse(unpadded(unseal(key, sealed, places.about(id))).toString('utf8')));
  }

  sealPart({ id, key }: OpenFile, offsetBytes: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    return seal(key, bytes, places.part(id, offsetBytes));
  }

  openPart({ id, key }: OpenFile, offsetBytes: number, sealed: Uint8Array): Buffer {
    return unseal(key, sealed, places.part(id, offsetBytes));
  }

  sealPassage({ id, key }: OpenFile, number: number, mature: boolean, text: string): Uint8Array<ArrayBuffer> {
    return seal(key, padded(Buffer.from(text)), places.passage(id, number, mature));
  }

  openPassage({ id, key }: OpenFile, number: number, mature: boolean, sealed: Uint8Array): string {
    return unpadded(unseal(key, sealed, places.passage(id, number, mature))).toString('utf8');
  }
}

/** ISO/IEC 7816-4: a mark, then zeros. */
function padded(plain: Buffer): Buffer {
  const size = Math.ceil((plain.length + 1) / PADDED_TO_BYTES) * PADDED_TO_BYTES;
  return Buffer.concat([plain, Buffer.of(PAD_MARK)], size);
}

const unpadded = (plain: Buffer): Buffer => plain.subarray(0, plain.lastIndexOf(PAD_MARK));
