import type { Readable } from 'node:stream';
import { AppError } from '../errors/app-error.ts';
import { readUpload } from './upload-bodies.ts';

export interface Upload {
  body: Readable;
  declaredBytes: string | undefined;
  bytesMax: number;
  tooLarge: () => AppError;
}

/**
 * Memory for uploads. What counts is what has come of them, and not that they have begun: of places a few senders who stop in the middle would hold all, for as
 * long as a request may take.
 */
export class UploadRoom {
  private heldBytes = 0;

  constructor(private readonly bytesMax: number) {}

  /** Does `work` with the whole body, whose memory is held until then. Throws what `tooLarge` makes, and `busy` where there is no room for more. */
  async hold<Result>(upload: Upload, work: (file: Buffer) => Promise<Result>): Promise<Result> {
    let takenBytes = 0;
    const take = (partBytes: number): void => {
      if (this.heldBytes + partBytes > this.bytesMax)
        throw new AppError('busy', 'We are busy right now: please try again');
      this.heldBytes += partBytes;
      takenBytes += partBytes;
    };
    try {
      return await work(await readUpload(upload.body, upload.declaredBytes, upload.bytesMax, upload.tooLarge, take));
    } finally {
      this.heldBytes -= takenBytes;
    }
  }
}
