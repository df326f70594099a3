import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Picture, PictureUploadQuery } from '@troupe/contracts/http/creator';
import { LIMITS } from '@troupe/contracts/limits';
import { AppError } from '../../platform/errors/app-error.ts';
import { UploadRoom } from '../../platform/http/upload-room.ts';
import { pictureTooLarge } from '../../platform/media/picture-errors.ts';
import { PictureLibrary } from '../../platform/media/picture-library.service.ts';

/** As many of the largest as wait to be decoded, and the one that is. */
const ROOM_BYTES = 9 * LIMITS.pictureBytesMax;

@Injectable()
export class UploadPictureService {
  private readonly room = new UploadRoom(ROOM_BYTES);

  constructor(private readonly pictures: PictureLibrary) {}

  /**
   * Keeps a picture that its uploader may put on their profile and personas: anybody who is signed in, because the profile's picture comes before the
   * profile. Throws `unsupported_media_type`, `payload_too_large`, `picture_refused`, `rate_limited` and `busy`.
   */
  async upload(
    ownerId: string,
    { shape, left, top, width, height }: PictureUploadQuery,
    body: Readable | undefined,
    declaredBytes: string | undefined,
  ): Promise<Picture> {
    if (body === undefined) {
      throw new AppError(
        'unsupported_media_type',
        'Send the picture itself: content-type image/jpeg, image/png or image/webp',
      );
    }
    await this.pictures.requireAllowance(ownerId);
    const isCropped = left !== undefined && top !== undefined && width !== undefined && height !== undefined;
    const crop = isCropped ? { left, top, width, height } : undefined;
    const upload = { body, declaredBytes, bytesMax: LIMITS.pictureBytesMax, tooLarge: pictureTooLarge };
    return this.room.hold(upload, (bytes) => this.pictures.keep(ownerId, bytes, shape, crop));
  }
}
