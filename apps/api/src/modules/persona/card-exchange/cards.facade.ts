import { Injectable } from '@nestjs/common';
import type {
  CardFormat,
  CardImportQuery,
  CardPreview,
  CardPreviewQuery,
  ImportedCard,
} from '@troupe/contracts/http/cards';
import { type CardDownload, ExportCardService } from './export-card.service.ts';
import { ImportCardService } from './import-card.service.ts';
import { PreviewCardService } from './preview-card.service.ts';
import type { CardUpload } from './read-card-file.service.ts';

/** Character cards of other programs, in and out. Every verb takes the creator first; of what isn't theirs it throws `not_found`. */
@Injectable()
export class CardsFacade {
  constructor(
    private readonly importing: ImportCardService,
    private readonly previewing: PreviewCardService,
    private readonly exporting: ExportCardService,
  ) {}

  /** Opens a transaction. Throws `card_refused` with the reason, `payload_too_large`, `storage_full`, `busy`, and what creating or saving a persona throws. */
  async import(creatorId: string, query: CardImportQuery, upload: CardUpload): Promise<ImportedCard> {
    return this.importing.import(creatorId, query, upload);
  }

  /** What importing it over a persona would change; nothing is saved. Throws what that throws, but `persona_not_publishable`: the problems are in the answer. */
  async preview(creatorId: string, query: CardPreviewQuery, upload: CardUpload): Promise<CardPreview> {
    return this.previewing.preview(creatorId, query, upload);
  }

  /** Two at a time for each creator, until `sent`. Throws `busy`. */
  async export(creatorId: string, personaId: string, format: CardFormat, sent: Promise<void>): Promise<CardDownload> {
    return this.exporting.export(creatorId, personaId, format, sent);
  }
}
