import { Injectable } from '@nestjs/common';
import type { CardFormat } from '@troupe/contracts/http/cards';
import { AppError } from '../../../platform/errors/app-error.ts';
import { PictureLibrary } from '../../../platform/media/picture-library.service.ts';
import { CardFault } from '../cards/card-fault.ts';
import type { JsonObject } from '../cards/json-tree.ts';
import { slugOf } from '../domain/slug.ts';
import { KeptObjectRepository } from '../lore/kept-object.repository.ts';
import { personaNotFound } from '../persona.policy.ts';
import { StudioRepository } from '../studio/studio.repository.ts';
import { CardWorker } from './card-worker.service.ts';

export interface CardDownload {
  /** Plain letters only: it stands in a header. */
  fileName: string;
  contentType: string;
  bytes: Buffer;
}

const CONTENT_TYPES: Readonly<Record<CardFormat, string>> = {
  png: 'image/png',
  json: 'application/json',
  charx: 'application/zip',
};

/** One's own persona as a card for other programs. What is private to this house (price, sliders, training data) is in none. */
@Injectable()
export class ExportCardService {
  constructor(
    private readonly repository: StudioRepository,
    private readonly objects: KeptObjectRepository,
    private readonly pictures: PictureLibrary,
    private readonly worker: CardWorker,
  ) {}

  /** Throws `not_found`, `busy`, and `card_refused` for what no card can hold. */
  async export(creatorId: string, personaId: string, format: CardFormat): Promise<CardDownload> {
    const found = await this.repository.findOwn(creatorId, personaId);
    if (found === undefined) throw personaNotFound();
    const { lorebookKey, cardKey, pictureKey, hueDegrees, ...persona } = found.content;
    const [lorebook, cardExtras, picture] = await Promise.all([
      lorebookKey === null ? undefined : this.objects.findBook(personaId, lorebookKey),
      cardKey === null ? undefined : this.objects.findCard(personaId, cardKey),
      format === 'json' ? Buffer.alloc(0) : this.pictures.asPng(pictureKey, hueDegrees),
    ]);
    const extras = (cardExtras ?? null) as JsonObject | null;
    const bytes = await this.worker
      .write({ format, persona, lorebook: lorebook ?? null, cardExtras: extras, picture })
      .catch((error: unknown) => {
        throw error instanceof CardFault ? new AppError('card_refused', error.message, { reason: error.kind }) : error;
      });
    return { fileName: `${slugOf(persona.name) ?? 'persona'}.${format}`, contentType: CONTENT_TYPES[format], bytes };
  }
}
