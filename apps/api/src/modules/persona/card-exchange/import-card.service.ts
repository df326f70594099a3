import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { CardImportQuery, ImportedCard } from '@troupe/contracts/http/cards';
import type { OwnPersona, PersonaContent } from '@troupe/contracts/http/creator-persona';
import { LIMITS } from '@troupe/contracts/limits';
import { AppError } from '../../../platform/errors/app-error.ts';
import { UploadRoom } from '../../../platform/http/upload-room.ts';
import { Turnstile } from '../../../platform/jobs/turnstile.ts';
import { PictureLibrary } from '../../../platform/media/picture-library.service.ts';
import { CardFault, type CardNotice } from '../cards/card-fault.ts';
import { personaNotFound } from '../persona.policy.ts';
import { ChangePersonaService } from '../studio/change-persona.service.ts';
import { CreatePersonaService } from '../studio/create-persona.service.ts';
import { changedMeanwhile } from '../studio/studio.errors.ts';
import { StudioRepository } from '../studio/studio.repository.ts';
import type { ReadResult } from './card-task.ts';
import { CardWorker } from './card-worker.service.ts';
import { type CardKnowledge, KeepCardService } from './keep-card.service.ts';

/** For files on their way in and in the queue: three of the largest. */
const ROOM_BYTES = 3 * LIMITS.cardBytesMax;
/** That have come and are unpacked at once. */
const FILES_AT_ONCE = 3;
const WAITING_MAX = 12;

export interface CardUpload {
  body: Readable | undefined;
  declaredBytes: string | undefined;
}

const cardTooLarge = (): AppError =>
  new AppError('payload_too_large', `A card may have up to ${LIMITS.cardBytesMax / 1024 / 1024} MB`);
const refused = ({ kind, message }: CardFault): AppError => new AppError('card_refused', message, { reason: kind });

/** A card's file into a persona: a new draft, or one's own in place of what it says. */
@Injectable()
export class ImportCardService {
  private readonly room = new UploadRoom(ROOM_BYTES);
  private readonly turnstile = new Turnstile(FILES_AT_ONCE, WAITING_MAX);
  /** Whose file is on its way: one each, or somebody alone could fill the room. */
  private readonly sending = new Set<string>();

  constructor(
    private readonly worker: CardWorker,
    private readonly pictures: PictureLibrary,
    private readonly keeping: KeepCardService,
    private readonly creating: CreatePersonaService,
    private readonly changing: ChangePersonaService,
    private readonly repository: StudioRepository,
  ) {}

  /**
   * Throws `card_refused`, `payload_too_large`, `unsupported_media_type`, `storage_full`, `busy`; for a new one `creator_profile_required` and `too_many_personas`, else
   * `not_found`, `changed_meanwhile` and, of a published one, `persona_not_publishable`.
   */
  async import(creatorId: string, { personaId, revision }: CardImportQuery, upload: CardUpload): Promise<ImportedCard> {
    if (personaId === undefined || revision === undefined) await this.creating.requireRoom(creatorId);
    else await this.requireSame(creatorId, personaId, revision);
    const read = await this.readOnce(creatorId, upload).catch((error: unknown) => {
      throw error instanceof CardFault ? refused(error) : error;
    });
    const notices: CardNotice[] = [...read.notices];
    const looks = await this.looksOf(creatorId, read, notices);
    const persona =
      personaId === undefined || revision === undefined
        ? await this.create(creatorId, read, looks)
        : await this.replace(creatorId, personaId, revision, read, looks);
    return { persona, writtenAs: read.writtenAs, notices, lorebookEntries: read.lorebook?.entries.length ?? 0 };
  }

  private async readOnce(creatorId: string, upload: CardUpload) {
    if (this.sending.has(creatorId)) throw new AppError('busy', 'Another card of yours is still on its way');
    this.sending.add(creatorId);
    try {
      return await this.read(creatorId, upload);
    } finally {
      this.sending.delete(creatorId);
    }
  }

  /** What it brings is kept when this ends: nothing of it is held in memory any more. */
  private async read(creatorId: string, { body, declaredBytes }: CardUpload): Promise<Read> {
    if (body === undefined) {
      throw new AppError('unsupported_media_type', 'Send the file itself: content-type application/octet-stream');
    }
    const upload = { body, declaredBytes, bytesMax: LIMITS.cardBytesMax, tooLarge: cardTooLarge };
    return this.room.hold(upload, (file) =>
      this.turnstile.pass(async () => {
        const { pack, ...read } = await this.worker.read(file);
        return { ...read, knowledge: await this.keeping.prepare(creatorId, { ...read, pack }) };
      }),
    );
  }

  private async create(creatorId: string, { persona, knowledge }: Read, looks: Looks): Promise<OwnPersona> {
    const content = { ...persona, ...knowledge.keys, ...looks };
    return this.creating.createKnowing(creatorId, content, (tx, id) => knowledge.put(tx, id, looks.pictureKey ?? null));
  }

  private async replace(
    creatorId: string,
    personaId: string,
    revision: number,
    { persona, knowledge }: Read,
    looks: Looks,
  ): Promise<OwnPersona> {
    const step = { revision, note: 'Imported card' };
    return this.changing.change(creatorId, personaId, step, async ({ content }, tx) => {
      await knowledge.put(tx, personaId, looks.pictureKey ?? null);
      return { ...content, ...persona, ...knowledge.keys, ...looks };
    });
  }

  /** Its picture goes the way of all pictures; one that is not taken costs nobody the card. */
  private async looksOf(creatorId: string, { picture }: Read, notices: CardNotice[]): Promise<Looks> {
    if (picture === null) return {};
    try {
      if (picture.length > LIMITS.pictureBytesMax) throw new AppError('payload_too_large', 'It has more than 10 MB');
      const kept = await this.pictures.keep(creatorId, Buffer.from(picture), 'portrait');
      return { pictureKey: kept.key, hueDegrees: kept.hueDegrees };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      notices.push({ kind: 'picture-left', message: `The card’s picture was not taken. ${error.message}.` });
      return {};
    }
  }

  /** Before anything is read: the change itself asks again, under the lock. */
  private async requireSame(creatorId: string, personaId: string, revision: number): Promise<void> {
    const found = await this.repository.findOwn(creatorId, personaId);
    if (found === undefined) throw personaNotFound();
    if (found.revision !== revision) throw changedMeanwhile();
  }
}

type Read = Omit<ReadResult, 'pack'> & { knowledge: CardKnowledge };
type Looks = Partial<Pick<PersonaContent, 'pictureKey' | 'hueDegrees'>>;
