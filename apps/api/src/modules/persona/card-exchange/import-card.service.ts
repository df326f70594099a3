import { Injectable } from '@nestjs/common';
import type { CardImportQuery, ImportedCard } from '@troupe/contracts/http/cards';
import type { OwnPersona, PersonaContent } from '@troupe/contracts/http/creator-persona';
import { LIMITS } from '@troupe/contracts/limits';
import { AppError } from '../../../platform/errors/app-error.ts';
import { PictureLibrary } from '../../../platform/media/picture-library.service.ts';
import type { CardNotice } from '../cards/card-fault.ts';
import { personaOver } from '../cards/persona-draft.ts';
import { personaNotFound } from '../persona.policy.ts';
import { ChangePersonaService } from '../studio/change-persona.service.ts';
import { CreatePersonaService } from '../studio/create-persona.service.ts';
import { changedMeanwhile } from '../studio/studio.errors.ts';
import { StudioRepository } from '../studio/studio.repository.ts';
import { type CardKnowledge, KeepCardService } from './keep-card.service.ts';
import { type CardRead, type CardUpload, ReadCardFileService } from './read-card-file.service.ts';

/** A card's file into a persona: a new draft, or one's own in place of what it says. */
@Injectable()
export class ImportCardService {
  constructor(
    private readonly files: ReadCardFileService,
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
    const read = await this.files.read(creatorId, upload, (brought) => this.keeping.prepare(creatorId, brought));
    const notices: CardNotice[] = [...read.notices];
    const looks = await this.looksOf(creatorId, read, notices);
    const persona =
      personaId === undefined || revision === undefined
        ? await this.create(creatorId, read, looks)
        : await this.replace(creatorId, personaId, revision, read, looks);
    return { persona, writtenAs: read.writtenAs, notices, lorebookEntries: read.lorebook?.entries.length ?? 0 };
  }

  private async create(creatorId: string, { persona, knowledge }: Read, looks: Looks): Promise<OwnPersona> {
    const content = { ...persona, ...knowledge.keys, ...looks };
    return this.creating.createKnowing(creatorId, content, (tx, id) => knowledge.put(tx, id, looks.pictureKey ?? null));
  }

  private async replace(
    creatorId: string,
    personaId: string,
    revision: number,
    read: Read,
    looks: Looks,
  ): Promise<OwnPersona> {
    const step = { revision, note: 'Imported card', keepsDrafts: true };
    return this.changing.change(creatorId, personaId, step, async ({ content }, tx) => {
      await read.knowledge.put(tx, personaId, looks.pictureKey ?? null);
      return { ...content, ...personaOver(content, read), ...read.knowledge.keys, ...looks };
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

type Read = CardRead<CardKnowledge>;
type Looks = Partial<Pick<PersonaContent, 'pictureKey' | 'hueDegrees'>>;
