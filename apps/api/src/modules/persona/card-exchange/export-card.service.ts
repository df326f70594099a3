import { Injectable } from '@nestjs/common';
import type { CardFormat } from '@troupe/contracts/http/cards';
import { AppError } from '../../../platform/errors/app-error.ts';
import { Turnstile } from '../../../platform/jobs/turnstile.ts';
import { PictureLibrary } from '../../../platform/media/picture-library.service.ts';
import { KeepFilesService } from '../card-files/keep-files.service.ts';
import { CardFault } from '../cards/card-fault.ts';
import type { JsonObject } from '../cards/json-tree.ts';
import { slugOf } from '../domain/slug.ts';
import { KeptObjectRepository } from '../lore/kept-object.repository.ts';
import { personaNotFound } from '../persona.policy.ts';
import { StudioRepository, type WrittenPersona } from '../studio/studio.repository.ts';
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

/** Cards that are being made, each of up to 40 MB. */
const AT_ONCE_MAX = 2;
const WAITING_MAX = 12;
/** For each creator. */
const EACH_MAX = 2;

/** One's own persona as a card for other programs. What is private to this house (price, sliders, training data) is in none. */
@Injectable()
export class ExportCardService {
  private readonly turnstile = new Turnstile(AT_ONCE_MAX, WAITING_MAX);
  /** Whose cards are made or on their way, and how many: who reads slowly would hold any number in memory. */
  private readonly sending = new Map<string, number>();

  constructor(
    private readonly repository: StudioRepository,
    private readonly objects: KeptObjectRepository,
    private readonly pictures: PictureLibrary,
    private readonly worker: CardWorker,
    private readonly files: KeepFilesService,
  ) {}

  /** `sent` ends when nobody waits for the card any more. Throws `not_found`, `busy`, and `card_refused` for what no card can hold. */
  async export(creatorId: string, personaId: string, format: CardFormat, sent: Promise<void>): Promise<CardDownload> {
    const found = await this.repository.findOwn(creatorId, personaId);
    if (found === undefined) throw personaNotFound();
    const others = this.sending.get(creatorId) ?? 0;
    if (others >= EACH_MAX) throw new AppError('busy', 'Other cards of yours are still on their way');
    this.sending.set(creatorId, others + 1);
    void sent.then(() => this.release(creatorId));
    return this.turnstile.pass(() => this.make(found, format));
  }

  private release(creatorId: string): void {
    const left = (this.sending.get(creatorId) ?? 1) - 1;
    if (left > 0) this.sending.set(creatorId, left);
    else this.sending.delete(creatorId);
  }

  private async make({ id, content }: WrittenPersona, format: CardFormat): Promise<CardDownload> {
    const { lorebookKey, cardKey, pictureKey, hueDegrees, ...persona } = content;
    const isFile = format !== 'json';
    const [lorebook, kept, pack, png] = await Promise.all([
      lorebookKey === null ? undefined : this.objects.findBook(id, lorebookKey),
      cardKey === null ? undefined : this.objects.findCard(id, cardKey),
      isFile && cardKey !== null ? this.files.read(id, cardKey) : null,
      isFile ? this.pictures.asPng(pictureKey, hueDegrees) : Buffer.alloc(0),
    ]);
    const cardExtras = (kept?.extras ?? null) as JsonObject | null;
    const portrait = { png, isDrawn: pictureKey !== null, isNew: pictureKey !== (kept?.pictureKey ?? null) };
    const bytes = await this.worker
      .write({ format, persona, lorebook: lorebook ?? null, cardExtras, portrait, pack })
      .catch((error: unknown) => {
        throw error instanceof CardFault ? new AppError('card_refused', error.message, { reason: error.kind }) : error;
      });
    return { fileName: `${slugOf(persona.name) ?? 'persona'}.${format}`, contentType: CONTENT_TYPES[format], bytes };
  }
}
