import { Injectable } from '@nestjs/common';
import type { CardFormat, CardImportQuery, ImportedCard } from '@troupe/contracts/http/cards';
import { type CardDownload, ExportCardService } from './export-card.service.ts';
import { type CardUpload, ImportCardService } from './import-card.service.ts';

/** Character cards of other programs, in and out. Every verb takes the creator first; of what isn't theirs it throws `not_found`. */
@Injectable()
export class CardsFacade {
  constructor(
    private readonly importing: ImportCardService,
    private readonly exporting: ExportCardService,
  ) {}

  /** Opens a transaction. Throws `card_refused` with the reason, `payload_too_large`, `storage_full`, `busy`, and what creating or saving a persona throws. */
  async import(creatorId: string, query: CardImportQuery, upload: CardUpload): Promise<ImportedCard> {
    return this.importing.import(creatorId, query, upload);
  }

  /** Two at a time for each creator, until `sent`. Throws `busy`. */
  async export(creatorId: string, personaId: string, format: CardFormat, sent: Promise<void>): Promise<CardDownload> {
    return this.exporting.export(creatorId, personaId, format, sent);
  }
}
