import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import type { Picture, PictureShape } from '@troupe/contracts/http/creator';
import { LIMITS } from '@troupe/contracts/limits';
import { AppError } from '../errors/app-error.ts';
import { Turnstile } from '../jobs/turnstile.ts';
import type { MediaStore } from './media-store.ts';
import { PictureRepository, type PictureRow } from './picture.repository.ts';
import { tooManyPictures } from './picture-errors.ts';
import { plainPng, toPng } from './picture-png.ts';
import { imagesOf, PICTURE_WIDTHS_PX, renderingPath } from './picture-shapes.ts';
import { type Crop, renderPicture } from './render-picture.ts';

export const MEDIA_STORE = Symbol('MEDIA_STORE');

const DAY_MS = 86_400_000;
/** Decoding takes up to some 200 MB for a moment: one at a time leaves room for everything else. */
const RENDERS_AT_ONCE = 1;
const WAITING_MAX = 8;
const KEY_HASH_CHARS = 32;

/** Pictures that people upload: checked, written anew, kept, and theirs to use. */
@Injectable()
export class PictureLibrary {
  private readonly turnstile = new Turnstile(RENDERS_AT_ONCE, WAITING_MAX);

  constructor(
    private readonly repository: PictureRepository,
    @Inject(MEDIA_STORE) private readonly store: MediaStore,
  ) {}

  /** Keeps a picture for `ownerId`. Throws `picture_refused`, `rate_limited` above so many a day, and `busy`. */
  async keep(ownerId: string, bytes: Buffer, shape: PictureShape, crop?: Crop): Promise<Picture> {
    await this.requireAllowance(ownerId);
    const { hash, renderings, ...rendered } = await this.turnstile.pass(() => renderPicture(bytes, shape, crop));
    const row: PictureRow = { key: `uploads/${hash.slice(0, KEY_HASH_CHARS)}`, shape, ...rendered };
    for (const rendering of renderings) {
      await this.store.put(renderingPath(row.key, rendering.widthPx), rendering.bytes, 'image/webp');
    }
    // Last, so that a key that somebody holds always has its files.
    const sizeBytes = renderings.reduce((sum, rendering) => sum + rendering.bytes.length, 0);
    await this.repository.insert(ownerId, { ...row, sizeBytes });
    return { ...row, images: imagesOf(row.key) };
  }

  /** Throws `rate_limited`: before anything of an upload is read. */
  async requireAllowance(ownerId: string): Promise<void> {
    const since = new Date(Date.now() - DAY_MS);
    if ((await this.repository.countSince(ownerId, since)) >= LIMITS.picturesPerDayMax) throw tooManyPictures();
  }

  /** A picture that `ownerId` uploaded. Throws `validation_failed`, alike for somebody else's and for none. */
  async requireOwn(ownerId: string, key: string): Promise<PictureRow> {
    const found = await this.repository.find(ownerId, key);
    if (found !== undefined) return found;
    throw new AppError('validation_failed', 'Some fields are not right', [
      { path: 'pictureKey', problem: 'must be the key of a picture you uploaded' },
    ]);
  }

  /** The largest there is of a picture as a PNG file; one of plain colour where there is none. Throws `busy` when the store is away. */
  async asPng(key: string | null, hueDegrees: number): Promise<Buffer> {
    const widths = key === null ? [] : PICTURE_WIDTHS_PX.toReversed();
    for (const widthPx of widths) {
      const found = await this.store.read(renderingPath(key ?? '', widthPx));
      if (found === undefined) continue;
      const rendering = await buffer(found.body);
      return this.turnstile.pass(() => toPng(rendering));
    }
    return plainPng(hueDegrees);
  }
}
