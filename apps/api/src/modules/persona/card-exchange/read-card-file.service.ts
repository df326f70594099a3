import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import { AppError } from '../../../platform/errors/app-error.ts';
import { UploadRoom } from '../../../platform/http/upload-room.ts';
import { Turnstile } from '../../../platform/jobs/turnstile.ts';
import { CardFault } from '../cards/card-fault.ts';
import type { ReadResult } from './card-task.ts';
import { CardWorker } from './card-worker.service.ts';

/** For files on their way in and in the queue: three of the largest. */
const ROOM_BYTES = 3 * LIMITS.cardBytesMax;
/** That have come and are unpacked at once. */
const FILES_AT_ONCE = 3;
const WAITING_MAX = 12;

export interface CardUpload {
  body: Readable | undefined;
  declaredBytes: string | undefined;
}

/** What a file said, with what was made of it; without the files that came along. */
export type CardRead<Knowledge> = Omit<ReadResult, 'pack'> & { knowledge: Knowledge };

const cardTooLarge = (): AppError =>
  new AppError('payload_too_large', `A card may have up to ${LIMITS.cardBytesMax / 1024 / 1024} MB`);
const refused = ({ kind, message }: CardFault): AppError => new AppError('card_refused', message, { reason: kind });

/** A card's file, from the request to what it says. */
@Injectable()
export class ReadCardFileService {
  private readonly room = new UploadRoom(ROOM_BYTES);
  private readonly turnstile = new Turnstile(FILES_AT_ONCE, WAITING_MAX);
  /** Whose file is on its way: one each, or somebody alone could fill the room. */
  private readonly sending = new Set<string>();

  constructor(private readonly worker: CardWorker) {}

  /**
   * `make` takes what is to be known of it, files included: when this ends, nothing of those is held in memory any more. Throws `card_refused`, also for a
   * CardFault of `make`, `payload_too_large`, `unsupported_media_type` and `busy`.
   */
  async read<Knowledge>(
    creatorId: string,
    upload: CardUpload,
    make: (read: ReadResult) => Promise<Knowledge>,
  ): Promise<CardRead<Knowledge>> {
    if (this.sending.has(creatorId)) throw new AppError('busy', 'Another card of yours is still on its way');
    this.sending.add(creatorId);
    try {
      return await this.readUpload(upload, make);
    } catch (error) {
      throw error instanceof CardFault ? refused(error) : error;
    } finally {
      this.sending.delete(creatorId);
    }
  }

  private async readUpload<Knowledge>(
    { body, declaredBytes }: CardUpload,
    make: (read: ReadResult) => Promise<Knowledge>,
  ): Promise<CardRead<Knowledge>> {
    if (body === undefined) {
      throw new AppError('unsupported_media_type', 'Send the file itself: content-type application/octet-stream');
    }
    const upload = { body, declaredBytes, bytesMax: LIMITS.cardBytesMax, tooLarge: cardTooLarge };
    return this.room.hold(upload, (file) =>
      this.turnstile.pass(async () => {
        const read = await this.worker.read(file);
        const { pack: _, ...said } = read;
        return { ...said, knowledge: await make(read) };
      }),
    );
  }
}
