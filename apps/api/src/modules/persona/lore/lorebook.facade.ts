import { Injectable } from '@nestjs/common';
import type { PersonaStep } from '@troupe/contracts/http/creator-persona';
import type {
  Lorebook,
  LorebookChanges,
  LoreEntryAddition,
  LoreEntryAnswer,
  LoreEntryEdit,
  LoreEntryMove,
  LoreLinesPage,
  LoreSaved,
} from '@troupe/contracts/http/lorebook';
import type { CompiledLorebook } from '../lorebook/compile-lorebook.ts';
import { EditLorebookService } from './edit-lorebook.service.ts';
import { type LinesQuery, ReadLorebookService } from './read-lorebook.service.ts';

/**
 * The lorebook of one's own persona. Every verb takes the creator first and answers `not_found` alike for what is somebody else's, what is deleted and what
 * never was. Those that write open a transaction of their own and throw `changed_meanwhile`, `payload_too_large`, and of a published persona
 * `persona_not_publishable`.
 */
@Injectable()
export class LorebookFacade {
  constructor(
    private readonly reading: ReadLorebookService,
    private readonly editing: EditLorebookService,
  ) {}

  async read(creatorId: string, personaId: string): Promise<Lorebook> {
    return this.reading.head(creatorId, personaId);
  }

  /** In the order of the book. */
  async list(creatorId: string, personaId: string, query: LinesQuery): Promise<LoreLinesPage> {
    return this.reading.lines(creatorId, personaId, query);
  }

  async readEntry(creatorId: string, personaId: string, entryId: string): Promise<LoreEntryAnswer> {
    return this.reading.entry(creatorId, personaId, entryId);
  }

  /** Ready to be looked into, with the name that is `{{char}}`; `lorebook` is undefined without one. */
  async findCompiled(
    creatorId: string,
    personaId: string,
  ): Promise<{ name: string; lorebook: CompiledLorebook | undefined }> {
    return this.reading.compiled(creatorId, personaId);
  }

  async change(creatorId: string, personaId: string, changes: LorebookChanges): Promise<LoreSaved> {
    return this.editing.change(creatorId, personaId, changes);
  }

  async clear(creatorId: string, personaId: string, step: PersonaStep): Promise<LoreSaved> {
    return this.editing.clear(creatorId, personaId, step);
  }

  async addEntry(creatorId: string, personaId: string, addition: LoreEntryAddition): Promise<LoreSaved> {
    return this.editing.add(creatorId, personaId, addition);
  }

  async saveEntry(creatorId: string, personaId: string, entryId: string, change: LoreEntryEdit): Promise<LoreSaved> {
    return this.editing.save(creatorId, personaId, entryId, change);
  }

  async removeEntry(creatorId: string, personaId: string, entryId: string, step: PersonaStep): Promise<LoreSaved> {
    return this.editing.remove(creatorId, personaId, entryId, step);
  }

  async moveEntry(creatorId: string, personaId: string, move: LoreEntryMove): Promise<LoreSaved> {
    return this.editing.move(creatorId, personaId, move);
  }
}
